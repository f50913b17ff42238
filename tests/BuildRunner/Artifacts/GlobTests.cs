using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Tests.Artifacts;

public sealed class GlobTests
{
    [Theory]
    [InlineData("**/*", "a", true)]
    [InlineData("**/*", "a/b/c", true)]
    [InlineData("**/*", ".hidden/.x", true)]
    [InlineData("*", "a", true)]
    [InlineData("*", ".a", true)]
    [InlineData("*", "a/b", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("my-file.jar", "my-file.jar", true)]
    [InlineData("my-file.jar", "my-fileXjar", false)]
    [InlineData("my-file.jar", "sub/my-file.jar", false)]
    [InlineData("sub/*", "sub/a", true)]
    [InlineData("sub/*", "sub/a/b", false)]
    [InlineData("sub/**/*", "sub/a", true)]
    [InlineData("sub/**/*", "sub/a/b", true)]
    [InlineData("sub/**/*", "subway/a", false)]
    [InlineData("sub/**", "sub", false)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("**/README.md", "a/b/README.md", true)]
    [InlineData("**/README.md", "a/MYREADME.md", false)]
    [InlineData("*/my-file3.txt", "my-subdirectory/my-file3.txt", true)]
    [InlineData("*/my-file3.txt", "my-file3.txt", false)]
    [InlineData("./a//b/", "a/b", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[ab].x", "b.x", true)]
    [InlineData("[!ab].x", "b.x", false)]
    [InlineData("[!ab].x", "c.x", true)]
    [InlineData("[a-c]1", "b1", true)]
    [InlineData("[c-a]1", "[c-a]1", true)]
    [InlineData("[", "[", true)]
    [InlineData("a(b)+", "a(b)+", true)]
    [InlineData("A", "a", false)]
    [InlineData("a.txt", "a.txt\n", false)]
    public void Matches_as_the_original_documents_it(string pattern, string path, bool matches) => new Glob(pattern).Matches(path).ShouldBe(matches);

    [Theory]
    [InlineData("**/*", "a/b", true, true)]
    [InlineData("out/**", "out", true, true)]
    [InlineData("out/**", "src", false, false)]
    [InlineData("out/*", "out", true, false)]
    [InlineData("out/*", "out/a", false, false)]
    [InlineData("*/b/c", "x/b", true, false)]
    [InlineData("*/b/c", "x/d", false, false)]
    [InlineData("*.md", "a", false, false)]
    public void Knows_of_a_folder_whether_something_in_it_or_all_could_match(string pattern, string folder, bool something, bool all)
    {
        new Glob(pattern).MayMatchBelow(folder).ShouldBe(something);
        new Glob(pattern).MatchesAllBelow(folder).ShouldBe(all);
    }

    [Fact]
    public void Any_pattern_is_a_pattern()
    {
        const string alphabet = "ab*?[]!^-\\/.{}()+$|";
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            Should.NotThrow(() => new Glob(pattern).Matches("a/b"), pattern);
        }
    }
}
