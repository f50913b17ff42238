using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands;

public sealed class StepsOptionTests
{
    [Theory]
    [InlineData("10:5s,50:5s", "Steps.10@5s,50@5s", null)]
    [InlineData("1.5%:2m", "Steps.1.5@2m", null)]
    [InlineData("10:5s,100:2m", "Steps.10@5s", 120)]
    [InlineData("100:30s", "AllAtOnce", 30)]
    [InlineData("none", "AllAtOnce", null)]
    public void Reads_steps(string text, string strategy, int? finalBake) => StepsOption.Read(text).ShouldBe((strategy, finalBake));

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10:0s")]
    [InlineData("0:5s")]
    [InlineData("101:5s")]
    [InlineData("100:5s,100:5s")]
    [InlineData("50:5s,10:5s")]
    [InlineData("10:5s,10:5s")]
    [InlineData("10:5s,")]
    [InlineData("10:5 days")]
    public void Says_what_was_expected(string text) =>
        Should.Throw<UsageException>(() => StepsOption.Read(text)).Message.ShouldContain("such as 10:5s,50:2m");
}
