using Sluice.Pipelines.Conditions;

namespace Sluice.Pipelines.Tests.Conditions;

public sealed class VariableCheckTests
{
    [Theory]
    [InlineData("main", "EQ", "main", true)]
    [InlineData("main", "EQ", "Main", false)]
    [InlineData("main", "NE", "dev", true)]
    [InlineData("release-7", "CONTAINS", "release", true)]
    [InlineData("release-7", "MATCHES", "release-[0-9]+", true)]
    [InlineData("a release-7", "MATCHES", "release-[0-9]+", false)]
    [InlineData("x", "MATCHES", "(", false)]
    public void Compares_as_the_operator_says(string variable, string comparison, string value, bool isKept) =>
        VariableCheck.Judge(new Dictionary<string, string> { ["Variable"] = variable, ["Operator"] = comparison, ["Value"] = value }).Status.ShouldBe(isKept ? RuleExecutionStatus.Succeeded : RuleExecutionStatus.Failed);

    [Fact]
    public void A_pattern_that_never_ends_breaks_the_rule_and_not_the_service() =>
        VariableCheck.Judge(new Dictionary<string, string> { ["Variable"] = new string('a', 60) + "!", ["Operator"] = "MATCHES", ["Value"] = "(a+)+" }).Status.ShouldBe(RuleExecutionStatus.Failed);
}
