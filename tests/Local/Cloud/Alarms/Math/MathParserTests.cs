using Sluice.Local.Cloud.Alarms.Math;

namespace Sluice.Local.Tests.Cloud.Alarms.Math;

public sealed class MathParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7.0)]
    [InlineData("(1 + 2) * 3", 9.0)]
    [InlineData("2 ^ 3 ^ 2", 512.0)]
    [InlineData("-2 ^ 2", -4.0)]
    [InlineData("10 - 4 - 3", 3.0)]
    [InlineData("8 / 4 / 2", 1.0)]
    [InlineData("1.5e2", 150.0)]
    [InlineData("errors / invocations", 0.3)]
    [InlineData("100 * errors / invocations > 5", 1.0)]
    [InlineData("errors > 5 AND invocations > 5 OR 1 == 1", 1.0)]
    [InlineData("errors > 5 && invocations > 5", 0.0)]
    [InlineData("errors != 3 || invocations >= 10", 1.0)]
    [InlineData("IF(invocations >= 5, 100 * errors / invocations, 0)", 30.0)]
    [InlineData("IF(invocations < 5, 100 * errors / invocations, 0)", 0.0)]
    [InlineData("IF(invocations < 5, 1)", null)]
    [InlineData("errors / 0", null)]
    [InlineData("nothing + 1", null)]
    [InlineData("FILL(nothing, 7) + 1", 8.0)]
    [InlineData("FILL(errors, 7)", 3.0)]
    [InlineData("IF(nothing > 1, 1, 0)", null)]
    [InlineData("SUM([errors, invocations, nothing])", 13.0)]
    [InlineData("AVG([errors, invocations])", 6.5)]
    [InlineData("SUM([1e308, 1e308])", null)]
    [InlineData("AVG([1e308, 1e308])", null)]
    [InlineData("10 ^ 400", null)]
    [InlineData("MAX(METRICS()) - MIN(METRICS())", 7.0)]
    public void Computes(string expression, double? expected) =>
        MathParser.Parse(expression, ["errors", "invocations"])
            .At(id => id switch { "errors" => 3, "invocations" => 10, _ => null })
            .ShouldBe(expected);

    [Theory]
    [InlineData("RATE(errors)", "RATE")]
    [InlineData("ANOMALY_DETECTION_BAND(errors)", "ANOMALY_DETECTION_BAND")]
    [InlineData("FILL(errors, REPEAT)", "REPEAT")]
    [InlineData("SUM(errors)", "SUM")]
    [InlineData("errors +", "too early")]
    [InlineData("errors errors", "'errors'")]
    [InlineData("(errors", "')'")]
    [InlineData("IF(errors)", "IF")]
    [InlineData("errors ? 1 : 2", "?")]
    [InlineData("FILL(errors, 1e999)", "1e999")]
    [InlineData("", "too early")]
    public void Refuses_the_rest_by_name(string expression, string named) =>
        Should.Throw<MathException>(() => MathParser.Parse(expression, ["errors"])).Message.ShouldContain(named);

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_stack_overflow() =>
        Should.Throw<MathException>(() => MathParser.Parse(new string('(', 100_000) + "1", []));
}
