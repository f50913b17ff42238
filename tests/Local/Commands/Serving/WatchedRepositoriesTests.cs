using System.CommandLine;
using Sluice.Local.Commands.Serving;

namespace Sluice.Local.Tests.Commands.Serving;

public sealed class WatchedRepositoriesTests
{
    [Fact]
    public void A_branch_belongs_to_the_repository_before_it() =>
        Read("--repository a --branch x --repository b").ShouldBe([new WatchedRepository("a", "x"), new WatchedRepository("b", Branch: null)]);

    [Theory]
    [InlineData("--branch x")]
    [InlineData("--repository a --branch x --branch y")]
    [InlineData("--repository a --repository b --repository ./a")]
    public void A_branch_of_nothing_is_refused(string line) => Should.Throw<UsageException>(() => Read(line));

    private static IReadOnlyList<WatchedRepository> Read(string line)
    {
        var command = new RootCommand { new Option<string[]>("--repository"), new Option<string[]>("--branch") };
        return WatchedRepositories.Read(command.Parse(line).Tokens);
    }
}
