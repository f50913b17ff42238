using Sluice.Local.Commands;

namespace Sluice.Local.Tests.Commands;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("relese", "release")]
    [InlineData("serv", "serve")]
    [InlineData("SERVE", "serve")]
    [InlineData("sevre", "serve")]
    [InlineData("mach", "machine")]
    [InlineData("nonsense", null)]
    [InlineData("x", null)]
    public void Finds_the_name_that_was_meant(string given, string? meant) => NearMiss.Of(given, ["demo", "release", "serve", "start", "keys", "machine"]).ShouldBe(meant);

    [Theory]
    [InlineData("--repositry", "--repository")]
    [InlineData("--repo", "--repository")]
    [InlineData("--branches", "--branch")]
    [InlineData("--tofew", "--too-few")]
    [InlineData("--verbose", null)]
    public void Finds_the_option_that_was_meant(string given, string? meant) => NearMiss.Of(given, ["--repository", "--branch", "--data", "--too-few", "--too-few-wait"]).ShouldBe(meant);
}
