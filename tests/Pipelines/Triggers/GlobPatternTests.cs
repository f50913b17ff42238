using Sluice.Pipelines.Triggers;

namespace Sluice.Pipelines.Tests.Triggers;

public sealed class GlobPatternTests
{
    // The examples of CodePipeline's page "Working with glob patterns in syntax", and what follows from its rules.
    [Theory]
    [InlineData("*.java", "Main.java", true)]
    [InlineData("*.java", "src/Main.java", false)]
    [InlineData("*.*", "a.b", true)]
    [InlineData("*.*", "ab", false)]
    [InlineData("*.{java,class}", "Main.class", true)]
    [InlineData("*.{java,class}", "Main.cs", false)]
    [InlineData("foo.?", "foo.c", true)]
    [InlineData("foo.?", "foo.cs", false)]
    [InlineData("foo.?", "foo./", false)]
    [InlineData("my-file.jar", "my-file.jar", true)]
    [InlineData("my-file.jar", "lib/my-file.jar", false)]
    [InlineData("directory/subdirectory/my-file.jar", "directory/subdirectory/my-file.jar", true)]
    [InlineData("**", "a/b/c", true)]
    [InlineData("**/*", "a", true)]
    [InlineData("**/*", "a/b/c", true)]
    [InlineData("directory/**", "directory/a/b", true)]
    [InlineData("directory/**", "directory", false)]
    [InlineData("directory/**/*", "directory/a", true)]
    [InlineData("directory/*", "directory/a", true)]
    [InlineData("directory/*", "directory/a/b", false)]
    [InlineData("**/README.md", "README.md", true)]
    [InlineData("**/README.md", "docs/en/README.md", true)]
    [InlineData("**/README.md", "docs/XREADME.md", false)]
    [InlineData("common/**/*.js", "common/a.js", true)]
    [InlineData("common/**/*.js", "common/x/y/a.js", true)]
    [InlineData("common/**/*.js", "common/a.ts", false)]
    [InlineData("[abc]", "b", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[!a-c]", "d", true)]
    [InlineData("[!a-c]", "b", false)]
    [InlineData("[!a]", "/", false)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[!-a]", "-", false)]
    [InlineData("[*?\\]", "?", true)]
    [InlineData("[*?\\]", "\\", true)]
    [InlineData("[^x]", "^", true)]
    [InlineData("[[]", "[", true)]
    [InlineData(@"\{a", "{a", true)]
    [InlineData(@"a\*", "a*", true)]
    [InlineData(@"a\*", "ab", false)]
    [InlineData("release/**", "release/2.0/hotfix", true)]
    [InlineData("release*", "release-1", true)]
    [InlineData("release*", "release/1", false)]
    [InlineData("Main", "main", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("a+(b)|$^", "a+(b)|$^", true)]
    [InlineData("{feature,fix}/*", "fix/x", true)]
    [InlineData("x}", "x}", true)]
    public void Fits_as_the_documentation_says(string pattern, string text, bool fits) => GlobPattern.Parse(pattern).Fits(text).ShouldBe(fits);

    [Theory]
    [InlineData("[a", "a set such as [a-z]")]
    [InlineData("[]", "a set such as [a-z]")]
    [InlineData("[!]", "a set such as [a-z]")]
    [InlineData("[z-a]", "goes backwards")]
    [InlineData("{a", "a '}' was expected")]
    [InlineData("{a,{b}}", "within each other")]
    [InlineData("a\\", "after '\\'")]
    public void Says_what_is_wrong(string pattern, string expected) => GlobPattern.Fault(pattern).ShouldNotBeNull().ShouldContain(expected);

    [Fact]
    public void Any_text_is_a_pattern_or_refused()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => "ab*?[]{},\\!-/.^&$\u00e9"[random.Next(18)])]);
            if (GlobPattern.Fault(pattern) is null)
            {
                GlobPattern.Parse(pattern).Fits("a/b").ShouldBeOneOf(true, false);
            }
        }
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time() => GlobPattern.Parse(string.Concat(Enumerable.Repeat("*a", 60)) + "b").Fits(new string('a', 5000)).ShouldBeFalse();
}
