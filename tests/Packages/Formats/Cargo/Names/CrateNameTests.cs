using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Formats.Cargo.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Formats.Cargo.Names;

public sealed class CrateNameTests
{
    [Theory]
    [InlineData("a", "1/a")]
    [InlineData("AB", "2/ab")]
    [InlineData("abc", "3/a/abc")]
    [InlineData("serde", "se/rd/serde")]
    [InlineData("My_Crate", "my/_c/my_crate")]
    public void The_index_has_a_crate_in_folders_of_its_letters(string name, string path)
    {
        CrateName.IndexPath(name).ShouldBe(path);
        CrateName.OfIndexPath(path).ShouldBe(name.ToLowerInvariant());
    }

    [Theory]
    [InlineData("")]
    [InlineData("serde")]
    [InlineData("1/ab")]
    [InlineData("se/rd/serd%65")]
    [InlineData("se/rd/")]
    [InlineData("x/se/rd/serde")]
    public void Other_paths_are_of_no_crate(string path) => CrateName.OfIndexPath(path).ShouldBeNull();

    [Fact]
    public void Spellings_are_one_package()
    {
        foreach (var name in new[] { "my-crate", "my_crate", "My_Crate" })
        {
            CrateName.In(new RepositoryId("org", "main"), name).ShouldBe(new PackageId("org", "main", PackageFormat.cargo, null, "my-crate"));
        }

        new[] { "9a", "_a", "a b", "a/b", "ä", "", new string('a', 65) }.ShouldAllBe(name => !CrateName.IsValid(name));
    }

    /// <summary>As the library that cargo uses writes them.</summary>
    [Theory]
    [InlineData("1.0", "^1.0")]
    [InlineData("^1", "^1")]
    [InlineData(" >= 1.2.3 , <2", ">=1.2.3,<2")]
    [InlineData("=1.0.0-rc.1", "=1.0.0-rc.1")]
    [InlineData("1.0.0+build", "^1.0.0")]
    [InlineData("*", "*")]
    [InlineData("1.x", "1.*")]
    [InlineData("1.*.*", "1.*")]
    public void Requirements_are_the_same_however_they_are_written(string written, string told) => VersionRequirement.Canonical(written).ShouldBe(told);

    [Theory]
    [InlineData("")]
    [InlineData("new")]
    [InlineData("1.0.0.0")]
    [InlineData("1,,2")]
    [InlineData("!1")]
    public void Other_texts_are_no_requirements(string text) => VersionRequirement.IsValid(text).ShouldBeFalse();

    [Theory]
    [InlineData("https://x.org/crates", "https://x.org/crates/My_Crate/1.0.0%2Ba/download")]
    [InlineData("https://x.org/{crate}/{version}", "https://x.org/My_Crate/1.0.0%2Ba")]
    [InlineData("https://x.org/{prefix}/{lowerprefix}/{sha256-checksum}", "https://x.org/My/_C/my/_c/0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_registry_says_where_its_archives_are(string template, string address) =>
        DownloadAddress.Of(template, new IndexLine("My_Crate", "1.0.0+a", new string('0', 64), IsYanked: false, [])).ShouldBe(address);
}
