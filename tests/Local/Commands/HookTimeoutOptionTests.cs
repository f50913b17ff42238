using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands;

public sealed class HookTimeoutOptionTests
{
    [Theory]
    [InlineData("1s", 1)]
    [InlineData("5m", 300)]
    [InlineData("1h", 3600)]
    public void Reads_a_time(string text, int seconds) => HookTimeoutOption.Read(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("0s")]
    [InlineData("61m")]
    [InlineData("5")]
    [InlineData("five minutes")]
    public void Says_what_was_expected(string text) => Should.Throw<UsageException>(() => HookTimeoutOption.Read(text)).Message.ShouldContain("such as 30s or 5m");
}
