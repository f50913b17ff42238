using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.Tests.StateMachines.Intrinsics;

public sealed class IntrinsicTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("States.Format('Hello {}, {}!', $.name, 7)", "\"Hello Ann, 7!\"")]
    [InlineData("States.Format('no places')", "\"no places\"")]
    [InlineData(@"States.Format('\\{\\} \\'{}\\' \\\\', true)", @"""{} 'true' \\""")]
    [InlineData("States.Format($.template, $.object)", "\"<{x=1}>\"")]
    [InlineData("States.Format($.template, $.other)", "\"<{x={z=3}, y=2}>\"")]
    [InlineData("States.Format($.template, States.Array(1, 'a b', null, true, $.object))", "\"<[1, a b, null, true, {x=1}]>\"")]
    [InlineData("States.Format($.template, States.Array())", "\"<[]>\"")]
    [InlineData("States.Format('{}', null)", "\"null\"")]
    [InlineData("States.StringToJson('[1, {\"a\": 2}]')", """[1,{"a":2}]""")]
    [InlineData("States.StringToJson('')", "null")]
    [InlineData("States.StringToJson(' ')", "null")]
    [InlineData("States.StringToJson('null')", "null")]
    [InlineData("States.JsonToString($.object)", """ "{\"x\":1}" """)]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array(1, 'two', $.object, null, States.Array(true))", """[1,"two",{"x":1},null,[true]]""")]
    [InlineData("States.ArrayPartition($.list, 4)", "[[1,2,3,4],[5,6,7,8],[9]]")]
    [InlineData("States.ArrayContains($.list, 5)", "true")]
    [InlineData("States.ArrayContains($.list, '5')", "false")]
    [InlineData("States.ArrayContains(States.Array($.object), $.object)", "true")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(5, 1, -2)", "[5,3,1]")]
    [InlineData("States.ArrayRange(1, 0, 1)", "[]")]
    [InlineData("States.ArrayGetItem($.list, 2)", "3")]
    [InlineData("States.ArrayLength($.list)", "9")]
    [InlineData("States.ArrayLength($.list[?(@ > 5)])", "4")]
    [InlineData("States.ArrayUnique(States.Array(1, 2, 1.0, '1', 2))", """[1,2,"1"]""")]
    [InlineData("States.Base64Encode('Dätä')", "\"RMOkdMOk\"")]
    [InlineData("States.Base64Decode('RMOkdMOk')", "\"Dätä\"")]
    [InlineData("States.Hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("States.Hash('abc', 'SHA-1')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")]
    [InlineData("States.Hash('abc', 'SHA-256')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")]
    [InlineData(
        "States.Hash('abc', 'SHA-384')",
        "\"cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7\"")]
    [InlineData(
        "States.Hash('abc', 'SHA-512')",
        "\"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f\"")]
    [InlineData("States.JsonMerge($.object, $.other, false)", """{"x":{"z":3},"y":2}""")]
    [InlineData("States.MathAdd($.list[0], -4)", "-3")]
    [InlineData("States.MathAdd(1.5, 1)", "3")]
    [InlineData("States.MathAdd(1.49, 1.5)", "3")]
    [InlineData("States.MathAdd(-1.49, -1.5)", "-2")]
    [InlineData("States.MathAdd(-1.5, -1.51)", "-3")]
    [InlineData("States.MathAdd(-0.5, 0.5)", "1")]
    [InlineData("States.MathAdd(-0.5, 0)", "0")]
    [InlineData("States.MathAdd(-2.5, 2.5)", "1")]
    [InlineData("States.MathAdd(0.49999999999999994, 0)", "0")]
    [InlineData("States.ArrayGetItem($.list, -0.5)", "1")]
    [InlineData("States.ArrayRange(-1.5, 1.5, 1)", "[-1,0,1,2]")]
    [InlineData("States.MathRandom(3, 4)", "3")]
    [InlineData("States.StringSplit('1,2,3', ',')", """["1","2","3"]""")]
    [InlineData("States.StringSplit('This.is+a,test=string', '.+,=')", """["This","is","a","test","string"]""")]
    [InlineData("States.StringSplit('a😀b😁c', '😀')", """["a","b😁c"]""")]
    [InlineData("States.StringSplit('a b', '')", """["a b"]""")]
    [InlineData("States.JsonToString('é😀\u2028\u007f')", "\"\\\"é😀\u2028\u007f\\\"\"")]
    [InlineData("States.Hash($.emoji, 'SHA-256')", "\"7db1fc68e35e64b1e8f3bf977a1681ce7b611c75ecb18b714758cd186589e55e\"")]
    [InlineData("States.Format('{}', $$.StateMachine.Name)", "\"machine\"")]
    public void A_function_gives(string call, string expected) => Call(call).ShouldBe(expected.Trim());

    [Theory]
    [InlineData("States.Format($.template, 1, 2)", "has 1 places '{}' and was given 2 values")]
    [InlineData("States.StringToJson('{')", "not JSON")]
    [InlineData("States.ArrayPartition($.list, 0)", "positive chunk size")]
    [InlineData("States.ArrayRange(1, 1000, 1)", "")]
    [InlineData("States.ArrayRange(0, 1000, 1)", "at most 1000 items")]
    [InlineData("States.ArrayRange(0, 5, 0)", "increment other than 0")]
    [InlineData("States.ArrayGetItem($.list, 9)", "index 9 of an array of 9")]
    [InlineData("States.ArrayGetItem($.list, -1)", "index -1")]
    [InlineData("States.ArrayLength($.name)", "expects an array as argument 1")]
    [InlineData("States.Base64Decode('%')", "not UTF-8 text in Base64")]
    [InlineData("States.Base64Encode($.long)", "at most 10000 characters")]
    [InlineData("States.Hash($.long, 'MD5')", "at most 10000 characters")]
    [InlineData("States.Hash('a', 'SHA-2')", "does not know the algorithm 'SHA-2'")]
    [InlineData("States.JsonMerge($.object, $.other, true)", "merges shallowly only")]
    [InlineData("States.JsonMerge($.list, $.other, false)", "expects an object as argument 1")]
    [InlineData("States.MathAdd(2147483647, 1)", "no 32-bit whole number")]
    [InlineData("States.MathAdd('1', 1)", "expects a number as argument 1")]
    [InlineData("States.MathRandom(5, 5)", "start below its end")]
    [InlineData("States.StringSplit(1, ',')", "expects a string as argument 1")]
    public void A_function_that_cannot_fails_the_state_with_an_intrinsic_failure(string call, string cause)
    {
        var result = bench.Result(Machine(call), Input);

        if (cause.Length == 0)
        {
            result.Status.ShouldBe(ExecutionStatus.Succeeded);
            return;
        }

        result.Error.ShouldBe("States.IntrinsicFailure");
        result.Cause.ShouldNotBeNull().ShouldContain(cause);
        result.Cause.ShouldContain(call);
    }

    [Theory]
    [InlineData("States.Nope(1)", "names the function 'States.Nope', which there is not")]
    [InlineData("States.ArrayLenght($.a)", "did you mean 'States.ArrayLength'?")]
    [InlineData("States.UUID(1)", "gives States.UUID 1 arguments, and it takes 0")]
    [InlineData("States.Hash('a')", "it takes 2")]
    [InlineData("States.MathRandom(1)", "it takes 2 to 3")]
    [InlineData("States.Format()", "it takes 1 or more")]
    [InlineData("States.Format('{} {}', 1)", "has 2 places '{}' and 1 values for them")]
    [InlineData("States.Format('{')", "neither '{}' nor escaped")]
    [InlineData("States.Format('a", "ends where")]
    [InlineData("States.Array(1,)", "has ')' at position 16")]
    [InlineData("States.Array(1", "ends where ')' is expected")]
    [InlineData("States.Array(1) + 2", "where the end is expected")]
    [InlineData("States.Array($.a[)", "where an index")]
    [InlineData(@"States.Array('\\n')", "after a backslash")]
    [InlineData("plain text", "neither a path")]
    public void A_call_that_is_not_well_formed_is_refused_when_it_is_loaded(string call, string message) =>
        Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(Machine(call))).Message.ShouldContain(message);

    [Fact]
    public void Functions_nest_ten_deep_and_no_deeper()
    {
        Call(Nested(9)).ShouldBe(new string('[', 9) + "[]" + new string(']', 9));
        Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(Machine(Nested(10)))).Message.ShouldContain("more than 10 deep");

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("States.Array(", depth)) + "States.Array()" + new string(')', depth);
    }

    [Fact]
    public void A_UUID_is_of_version_4_and_new_each_time()
    {
        var first = Guid.Parse(Call("States.UUID()").Trim('"'));

        first.Version.ShouldBe(4);
        Call("States.UUID()").ShouldNotContain(first.ToString());
    }

    [Fact]
    public void A_random_number_stays_in_its_range_and_a_seed_repeats_it()
    {
        Call("States.MathRandom(0, 1000000, 42)").ShouldBe(Call("States.MathRandom(0, 1000000, 42)"));
        for (var i = 0; i < 50; i++)
        {
            int.Parse(Call("States.MathRandom(-2, 2)")).ShouldBeInRange(-2, 1);
        }
    }

    private static string Input =>
        """{"name":"Ann","template":"<{}>","object":{"x":1},"other":{"x":{"z":3},"y":2},"list":[1,2,3,4,5,6,7,8,9],"long":"LONG","emoji":["😀","\u2028"]}"""
            .Replace("LONG", new string('x', 10_001), StringComparison.Ordinal);

    private static string Machine(string call) =>
        Bench.One($$""" "Type": "Pass", "End": true, "Parameters": {"v.$": "{{call.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}, "OutputPath": "$.v" """);

    private string Call(string call)
    {
        var result = bench.Result(Machine(call), Input);
        result.Status.ShouldBe(ExecutionStatus.Succeeded, $"{result.Error}: {result.Cause}");
        return result.OutputJson!;
    }
}
