namespace Sluice.BuildRunner.Tests.Tools;

/// <summary>codebuild-hash-files and codebuild-glob-search, called as a buildspec calls them.</summary>
public sealed class FileToolTests : IAsyncDisposable
{
    private readonly ToolFixture _fixture = new();

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task A_hash_is_64_digits_and_the_same_from_any_folder(string shell)
    {
        _fixture.Source.Write("package-lock.json", "{}");
        _fixture.Source.Write("sub/x", "");

        var (status, output, error) = await _fixture.RunAsync("printf 'npm-%s' $(codebuild-hash-files package-lock.json)", shell);

        (status, error).ShouldBe((0, ""));
        output.ShouldMatch("^npm-[0-9a-f]{64}$");
        (await _fixture.RunAsync("printf 'npm-%s' $(codebuild-hash-files package-lock.json)", folder: "sub")).Output.ShouldBe(output);
    }

    [Fact]
    public async Task A_hash_changes_with_content_name_and_set_and_with_nothing_else()
    {
        var path = _fixture.Source.Write("a/one.lock", "1");
        var first = await HashAsync();
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _fixture.Source.Write("a/other.txt", "2");
        var same = await HashAsync();
        _fixture.Source.Write("a/two.lock", "");
        var set = await HashAsync();
        File.Delete(Path.Combine(_fixture.Source.Path, "a/two.lock"));
        _fixture.Source.Write("a/one.lock", "2");
        var content = await HashAsync();
        _fixture.Source.Write("a/one.lock", "1");
        File.Move(path, path.Replace("one", "own"));
        var name = await HashAsync();

        same.ShouldBe(first);
        new[] { first, set, content, name }.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Content_cannot_be_taken_for_a_name()
    {
        _fixture.Source.Write("a.lock", "x");
        _fixture.Source.Write("b.lock", "y");
        var first = await HashAsync();
        _fixture.Source.Write("a.lock", "y");
        _fixture.Source.Write("b.lock", "x");

        (await HashAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task What_matches_nothing_has_no_hash() =>
        (await _fixture.RunAsync("codebuild-hash-files none.lock 'x/**'")).ShouldBe((1, "", "codebuild-hash-files: no file of the source matches 'none.lock', 'x/**'.\n"));

    [Theory]
    [InlineData("codebuild-hash-files", "codebuild-hash-files: expected at least one pattern, e.g. package-lock.json or '**/*.csproj'.\n")]
    [InlineData("codebuild-glob-search", "codebuild-glob-search: expected at least one pattern in quotes, e.g. '**/*_test.py'.\n")]
    [InlineData("codebuild-hash-files /etc/passwd", "is not below")]
    [InlineData("codebuild-glob-search ../x", "'../x' leads out of")]
    public async Task Wrong_usage_is_told_with_status_2(string command, string fault)
    {
        var (status, output, error) = await _fixture.RunAsync(command);

        (status, output).ShouldBe((2, ""));
        error.ShouldContain(fault);
    }

    [Theory]
    [InlineData("'**/__tests__/*.js'", "", "__tests__/a.js\nweb/__tests__/b.js\n")]
    [InlineData("'__tests__/*.js' 'web/**'", "", "__tests__/a.js\nweb/__tests__/b.js\nweb/__tests__/deep/c d.js\n")]
    [InlineData("'**/*.js'", "web", "__tests__/b.js\n__tests__/deep/c d.js\n")]
    [InlineData("'web/__tests__**.js'", "", "web/__tests__/b.js\nweb/__tests__/deep/c d.js\n")]
    [InlineData("\"$PWD/web/__tests__/*.js\"", "", "web/__tests__/b.js\n")]
    public async Task A_search_is_relative_to_where_it_is_called(string patterns, string folder, string expected)
    {
        _fixture.Source.Write("__tests__/a.js", "");
        _fixture.Source.Write("web/__tests__/b.js", "");
        _fixture.Source.Write("web/__tests__/deep/c d.js", "");

        (await _fixture.RunAsync($"codebuild-glob-search {patterns}", folder: folder)).ShouldBe((0, expected, ""));
    }

    [Fact]
    public async Task That_nothing_was_found_is_not_taken_for_a_file()
    {
        var (status, output, error) = await _fixture.RunAsync("codebuild-glob-search '*.js' 'x'");

        (status, output).ShouldBe((0, ""));
        error.ShouldStartWith("codebuild-glob-search: no files were found for '*.js', 'x' in ");
    }

    [Fact]
    public async Task Many_names_come_whole()
    {
        foreach (var n in Enumerable.Range(0, 3000))
        {
            _fixture.Source.Write($"tests/a-rather-long-name-of-a-test-file-{n:0000}.js", "");
        }

        (await _fixture.RunAsync("codebuild-glob-search 'tests/*' | wc -l")).Output.Trim().ShouldBe("3000");
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private async Task<string> HashAsync() => (await _fixture.RunAsync("codebuild-hash-files '**/*.lock'")).Output;
}
