using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands;

public sealed class AlarmOptionTests
{
    [Theory]
    [InlineData("5%", 5.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("none", null)]
    public void Reads_a_percentage(string text, double? percent) => AlarmOption.Read(text).ShouldBe(percent);

    [Theory]
    [InlineData("")]
    [InlineData("-1%")]
    [InlineData("0%")]
    [InlineData("101%")]
    [InlineData("five")]
    public void Says_what_was_expected(string text) => Should.Throw<UsageException>(() => AlarmOption.Read(text)).Message.ShouldContain("such as 5%");
}
