using Sluice.BuildContract;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>The tools in a build.</summary>
public sealed class BuildToolTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Theory]
    [InlineData("0.2")]
    [InlineData("0.1")]
    public async Task Commands_find_the_tools_and_the_sources_git_folder_is_no_part_of_it(string version)
    {
        _fixture.Repository.Write("a.lock", "1");

        var result = await _fixture.BuildAsync(
            $"version: {version}\nphases:\n  build:\n    commands:\n      - echo key-$(codebuild-hash-files '**/*.lock')\n      - codebuild-glob-search '**/*' | sed s/^/found-/\n      - codebuild-breakpoint\n",
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nfound-a.lock\nfound-buildspec.yml\n[BUILD] ");
        _fixture.Log.ShouldContain("\ncodebuild-breakpoint: passed; ");
        _fixture.Log.Split('\n').ShouldContain(line => line.StartsWith("key-", StringComparison.Ordinal) && line.Length == 4 + 64);
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    public void Dispose() => _fixture.Dispose();
}
