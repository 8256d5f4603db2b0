import CEL
import Testing

@Suite("The extension libraries")
struct ExtensionTests {
    static let facts = Expressions.lines(
        #"""
        // Strings
        'hello'.charAt(4) == 'o' && 'hello'.charAt(5) == '' && 'ta©o©αT'.charAt(2) == '©'
        'hello mellow'.indexOf('') == 0 && 'hello mellow'.indexOf('ello') == 1 && 'hello mellow'.indexOf('jello') == -1
        'hello mellow'.indexOf('', 2) == 2 && 'hello mellow'.indexOf('ello', 2) == 7 && 'hello mellow'.indexOf('ello', 20) == -1
        'hello mellow'.lastIndexOf('') == 12 && 'hello mellow'.lastIndexOf('ello') == 7 && 'hello mellow'.lastIndexOf('ello', 6) == 1
        'hello mellow'.lastIndexOf('ello', 20) == -1 && 'bananananana'.lastIndexOf('nana', 7) == 6 && ''.lastIndexOf('@@') == -1
        ['hello', 'mellow'].join() == 'hellomellow' && ['hello', 'mellow'].join(' ') == 'hello mellow' && [].join('/') == ''
        'TacoCÆt Xii'.lowerAscii() == 'tacocÆt xii' && 'TacoCÆt Xii'.upperAscii() == 'TACOCÆT XII'
        strings.quote('single-quote with "double quote"') == '"single-quote with \\"double quote\\""'
        strings.quote("two escape sequences \a\n") == '"two escape sequences \\a\\n"'
        'hello hello'.replace('he', 'we') == 'wello wello' && 'hello hello'.replace('he', 'we', 1) == 'wello hello'
        'hello hello'.replace('he', 'we', 0) == 'hello hello' && 'hello hello'.replace('he', 'we', -1) == 'wello wello'
        'abc'.replace('', '-') == '-a-b-c-' && 'abc'.replace('', '-', 2) == '-a-bc' && ''.replace('', 'x') == 'x'
        'hello hello hello'.split(' ') == ['hello', 'hello', 'hello'] && 'hello hello hello'.split(' ', 0) == []
        'hello hello hello'.split(' ', 1) == ['hello hello hello'] && 'hello hello hello'.split(' ', 2) == ['hello', 'hello hello']
        'aéb'.split('') == ['a', 'é', 'b'] && 'abc'.split('', 2) == ['a', 'bc'] && ','.split(',') == ['', ''] && 'a'.split('b') == ['a']
        'tacocat'.substring(4) == 'cat' && 'tacocat'.substring(0, 4) == 'taco' && 'ta©o©αT'.substring(2, 6) == '©o©α' && 'a'.substring(1) == ''
        '  \ttrim\n    '.trim() == 'trim' && '\u00a0\u2003x\u3000'.trim() == 'x' && '\u200bx'.trim() == '\u200bx' && ' '.trim() == ''
        'gums'.reverse() == 'smug' && 'aé😀'.reverse() == '😀éa'
        // format
        '%s and %s'.format(['a', 1]) == 'a and 1' && '%%'.format([]) == '%' && '%d %d'.format([1, 2u]) == '1 2'
        '%s'.format([[1, 'a', null, true, 1.5]]) == '[1, a, null, true, 1.5]' && '%s'.format([{'b': 1, 'a': [2]}]) == '{a: [2], b: 1}'
        '%s %s'.format([int, duration('90s')]) == 'int 90s' && '%s'.format([b'a\xff\xffb']) == 'a\ufffdb'
        '%.3f'.format([1.2345]) == '1.234' && '%f'.format([1]) == '1.000000' && '%.0f %.0f'.format([2.5, 3.5]) == '2 4' && '%.1f'.format([-0.05]) == '-0.1'
        '%e'.format([2.71828]) == '2.718280e+00' && '%.1e'.format([-3.14]) == '-3.1e+00' && '%e'.format([1e100]) == '1.000000e+100'
        '%x %X %o %b'.format([255, 255u, 8, 5]) == 'ff FF 10 101' && '%x'.format(['é']) == 'c3a9' && '%x'.format([-26]) == '-1a' && '%b'.format([true]) == '1'
        '%f %d %s %e'.format([double('NaN'), double('-Infinity'), double('Infinity'), double('NaN')]) == 'NaN -Infinity Infinity NaN'
        '%d'.format([3.14]) == '3.14'
        // Math
        math.greatest(1) == 1 && math.greatest(1u, 2u) == 2u && math.greatest(-42.0, -21.5, -100.0) == -21.5 && math.greatest([3, 1]) == 3
        math.least(1) == 1 && math.least(-42.0, -21.5, -100.0) == -100.0 && math.least([1.0, 0.5]) == 0.5 && math.least(3, 1u, 2.0) == 1u
        math.bitOr(-2, -4) == -2 && math.bitAnd(3u, 2u) == 2u && math.bitAnd(-3, -5) == -7 && math.bitXor(3u, 5u) == 6u
        math.bitNot(1) == -2 && math.bitNot(0u) == 18446744073709551615u && math.bitShiftLeft(1u, 200) == 0u && math.bitShiftLeft(-1, 2) == -4
        math.bitShiftRight(-1024, 3) == 2305843009213693824 && math.bitShiftRight(1024, 64) == 0
        math.ceil(-1.2) == -1.0 && math.floor(-1.2) == -2.0 && math.round(-1.5) == -2.0 && math.round(2.5) == 3.0 && math.trunc(-1.3) == -1.0
        math.abs(-1) == 1 && math.abs(-1.5) == 1.5 && math.abs(2u) == 2u && math.sign(-42) == -1 && math.sign(0.0) == 0.0 && math.isNaN(math.sign(0.0 / 0.0))
        math.isInf(1.0 / 0.0) && !math.isInf(1.2) && math.isNaN(0.0 / 0.0) && !math.isFinite(0.0 / 0.0) && math.isFinite(1.2)
        math.sqrt(81) == 9.0 && math.sqrt(985.25) == 31.388692231439016 && math.isNaN(math.sqrt(-15)) && math.sqrt(4u) == 2.0
        // Lists
        [1, 2, 2, 3, 3, 3].distinct() == [1, 2, 3] && [1, 1.0, 'b', 'b', [1], [1]].distinct() == [1, 'b', [1]]
        [1, [2, 3], [4]].flatten() == [1, 2, 3, 4] && [1, [2, [3, 4]]].flatten() == [1, 2, [3, 4]] && [1, [2, [3, [4]]]].flatten(2) == [1, 2, 3, [4]]
        [1, [2]].flatten(0) == [1, [2]] && lists.range(5) == [0, 1, 2, 3, 4] && lists.range(-1) == [] && [5, 3, 1].reverse() == [1, 3, 5]
        [1, 2, 3, 4].slice(1, 3) == [2, 3] && [1, 2].slice(2, 2) == [] && [3, 2, 1].sort() == [1, 2, 3] && ['b', 'c', 'a'].sort() == ['a', 'b', 'c']
        [{'n': 'foo', 's': 0}, {'n': 'bar', 's': -10}].sortBy(e, e.s).map(e, e.n) == ['bar', 'foo'] && [3, 1].sortBy(x, -x) == [3, 1]
        [1, 2, 3].last().value() == 3 && [1, 2].first() == optional.of(1) && [].first().orValue('test') == 'test'
        // Sets
        sets.contains([], []) && !sets.contains([], [1]) && sets.contains([1, 2.0, 3u], [1.0, 2u, 3])
        sets.equivalent([1], [1, 1]) && sets.equivalent([1, 2, 3], [3u, 2.0, 1]) && !sets.equivalent([1], [2])
        !sets.intersects([1], []) && sets.intersects([1], [1, 2]) && sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])
        // Encoders
        base64.decode('aGVsbG8=') == b'hello' && base64.encode(b'hello') == 'aGVsbG8=' && base64.decode('aGVsbG8') == b'hello' && base64.encode(b'') == ''
        // Bindings
        cel.bind(a, 'hello', cel.bind(b, 'world', a + b + b + a)) == 'helloworldworldhello' && cel.bind(x, 1 / 0, true)
        cel.bind(valid, [1, 2, 3], [3, 4].exists(e, e in valid)) && [1, 2].map(x, cel.bind(y, x * 2, y + y)) == [4, 8]
        cel.block([1, cel.index(0) + 1], cel.index(1) * 2) == 4 && cel.block([1 / 0, 2], cel.index(1)) == 2
        // Two variables
        [1, 2, 3].all(i, v, i < v) && !{'hello': 'world', 'taco': 'taco'}.all(k, v, k != v) && {'h': ['hello', 'hi']}.all(k, vs, vs.all(v, v.startsWith(k)))
        {'a': 'hello', 'b': 'bye'}.exists(k, v, k == 'b' && v == 'bye') && ![1, 2].exists(i, v, v == 1 && i == 1)
        [1, 1, 2].existsOne(i, v, i == 2 && v == 2) && !{'i': 0, 'j': 1}.existsOne(k, v, v < 2) && [5].exists_one(i, v, v == 5)
        [1, 2, 3].transformList(i, v, i * v + v) == [1, 4, 9] && [1, 2, 3].transformList(i, v, i % 2 == 0, i * v + v) == [1, 9]
        {'greeting': 'hello', 'farewell': 'goodbye'}.transformList(k, _, k) == ['greeting', 'farewell']
        [1, 2, 3].transformMap(i, v, i * v + v) == {0: 1, 1: 4, 2: 9} && {'a': 'x'}.transformMap(k, v, v + '!') == {'a': 'x!'}
        {'greeting': 'hello'}.transformMapEntry(k, v, {v: k}) == {'hello': 'greeting'} && [7].transformMapEntry(i, v, i == 0, {v: i}) == {7: 0}
        // Optionals
        optional.of(1).hasValue() && !optional.none().hasValue() && optional.of(1).value() == 1 && !optional.ofNonZeroValue(0).hasValue()
        optional.none().or(optional.of(2)).value() == 2 && optional.of(1).orValue(1 / 0) == 1 && optional.none().orValue(3) == 3
        {'a': 1}.?a == optional.of(1) && !{}.?a.hasValue() && {'a': {'b': 2}}.?a.b == optional.of(2) && !{'a': {'b': 2}}.?a.?c.hasValue()
        [1][?0] == optional.of(1) && ![1][?1].hasValue() && {'k': 'v'}[?'k'].orValue('x') == 'v' && optional.of([1])[?0].value() == 1
        [?{}.?a, ?optional.of(2), 3] == [2, 3] && {?'a': {}.?b, 'c': 1} == {'c': 1} && {?'a': optional.of(1)} == {'a': 1}
        optional.of(1).optMap(x, x + 1).value() == 2 && !optional.none().optMap(x, x + 1).hasValue() && optional.of(1).optFlatMap(x, optional.none()) == optional.none()
        has({'x': {'y': 1}}.?x.y) && !has({}.?x.y) && type(optional.none()) == optional_type && optional.of(1) != optional.of(2)
        optional.unwrap([optional.of(1), optional.none()]) == [1] && [optional.none(), optional.of(2)].unwrapOpt() == [2]
        // Regex
        regex.replace('hello world hello', 'hello', 'hi') == 'hi world hi' && regex.replace('banana', 'a', 'x', 0) == 'banana'
        regex.replace('banana', 'a', 'x', 1) == 'bxnana' && regex.replace('banana', 'a', 'x', -12) == 'bxnxnx' && regex.replace('foo bar', '(fo)o (ba)r', r'\2 \1') == 'ba fo'
        regex.extract('hello world', 'hello(.*)') == optional.of(' world') && regex.extract('item-A, item-B', r'item-(\w+)') == optional.of('A')
        regex.extract('HELLO', 'hello') == optional.none() && regex.extractAll('id:123, id:456', r'id:\d+') == ['id:123', 'id:456'] && regex.extractAll('id', 'x') == []
        // Network addresses
        string(ip('192.168.0.1')) == '192.168.0.1' && isIP('::1') && !isIP('1.2.3.4.5') && !isIP('01.2.3.4') && type(ip('::')) == net.IP
        string(ip('2001:0db8:0:0:0:0:0:1')) == '2001:db8::1' && ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:DB8::1') && string(ip('::')) == '::'
        ip('1.2.3.4').family() == 4 && ip('::1').family() == 6 && ip('::1').isLoopback() && ip('127.0.0.9').isLoopback() && ip('0.0.0.0').isUnspecified()
        ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast() && ip('fe80::1').isLinkLocalUnicast() && ip('10.0.0.1').isGlobalUnicast()
        !ip('255.255.255.255').isGlobalUnicast() && !ip('224.0.0.1').isGlobalUnicast() && string(ip('1::2:0:0:3')) == '1::2:0:0:3'
        cidr('192.168.0.0/24').containsIP('192.168.0.7') && !cidr('192.168.0.0/24').containsIP(ip('192.168.1.7')) && cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')
        !cidr('10.0.0.0/8').containsCIDR(cidr('0.0.0.0/0')) && cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24') && cidr('::1/128').prefixLength() == 128
        cidr('192.168.1.5/24').ip() == ip('192.168.1.5') && string(cidr('192.168.0.0/24')) == '192.168.0.0/24' && isCIDR('::/0') && !isCIDR('1.2.3.4/33')
        """#
    )

    @Test("what the extensions' documents say holds", arguments: facts)
    func holds(text: String) throws {
        #expect(try Expressions.value(text) == .bool(true))
    }

    @Test(
        "what the extensions' documents call an error is one",
        arguments: Expressions.lines(
            #"""
            'hello'.charAt(-1)
            'hello'.charAt(6)
            'hello mellow'.indexOf('ello', -1)
            'hello mellow'.lastIndexOf('ello', -1)
            'tacocat'.substring(-1)
            'tacocat'.substring(2, 1)
            'tacocat'.substring(40)
            'tacocat'.substring(1, 50)
            [dyn(1)].join()
            '%d'.format(['a'])
            '%s'.format([])
            '%a'.format([1])
            '%.f'.format([1.0])
            '%'.format([1])
            '%x'.format([1.5])
            '%.1001f'.format([1.0])
            math.greatest([])
            math.greatest(dyn('a'), 1)
            math.abs(-9223372036854775808)
            math.bitShiftLeft(1, -1)
            math.round(dyn(1))
            [1, [2]].flatten(-1)
            [1, 2].slice(1, 3)
            [1, 2].slice(-1, 1)
            [dyn(1), 'b'].sort()
            [[1], [2]].sort()
            base64.decode('a')
            base64.decode('a?==')
            {'a': 'x', 'b': 'x'}.transformMapEntry(k, v, {v: k})
            optional.none().value()
            {'a': dyn(null)}.?a.b
            regex.replace('test', '(.)', r'\2')
            regex.replace('foo bar', '(', 'x')
            regex.replace('id=123', 'id', r'value: \values')
            regex.extract('testuser@testdomain', '(.*)@([^.]*)')
            ip('192.168.0.1.0')
            ip('::ffff:192.168.0.1')
            ip('fe80::1%en0')
            ip.isCanonical('127.0.0.1.0')
            cidr('192.168.0.0/')
            cidr('fe80::1%en0/24')
            cidr('192.168.0.0/24').containsIP('x')
            """#
        )
    )
    func errors(text: String) {
        #expect(throws: EvaluationError.self) { try Expressions.value(text) }
    }
}
