using Sluice.Packages.Formats.Maven;

namespace Sluice.Packages.Tests.Formats.Maven;

public sealed class MavenNamesTests
{
    /// <summary>As Maven's own ComparableVersion has them.</summary>
    [Theory]
    [InlineData("1-alpha2-SNAPSHOT", "1-alpha2", "1-alpha-10", "1-beta2", "1-m3", "1-rc", "1-SNAPSHOT", "1", "1-sp", "1-abc", "1-1", "1.1", "1.2", "1.10", "2")]
    [InlineData("1.0-alpha", "1.0", "1.0.1-SNAPSHOT", "1.0.1", "1.0.10", "1.0.20240101000000000000")]
    [InlineData("2.0.0.RC1", "2.0.0.RELEASE", "2.0.0.x1")]
    [InlineData("1.0-20240101.000000-1", "1.0-20240101.000000-2", "1.0-20240101.000000-10", "1.0-20240102.000000-1")]
    public void Versions_are_in_Mavens_order(params string[] order)
    {
        order.Reverse().Order(MavenVersion.Order).ShouldBe(order);
        foreach (var version in order)
        {
            MavenVersion.Order.Compare(version, version).ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("org/acme/app/1.0/app-1.0.jar", "org.acme", "app", "1.0", "app-1.0.jar", null)]
    [InlineData("acme/app/1.0/app-1.0-sources.tar.gz.sha1", "acme", "app", "1.0", "app-1.0-sources.tar.gz", "sha1")]
    [InlineData("acme/app_2.12/1.0+x/app_2.12-1.0+x.pom.asc.md5", "acme", "app_2.12", "1.0+x", "app_2.12-1.0+x.pom.asc", "md5")]
    [InlineData("acme/app/1.0-SNAPSHOT/app-1.0-20240101.101112-3-sources.jar", "acme", "app", "1.0-20240101.101112-3", "app-1.0-20240101.101112-3-sources.jar", null)]
    [InlineData("acme/app/1.0-SNAPSHOT/app-1.0-SNAPSHOT.jar", "acme", "app", "1.0-SNAPSHOT", "app-1.0-SNAPSHOT.jar", null)]
    [InlineData("acme/app/maven-metadata.xml.sha512", "acme", "app", null, "maven-metadata.xml", "sha512")]
    [InlineData("acme/app/1.0-SNAPSHOT/maven-metadata.xml", "acme", "app", null, "maven-metadata.xml", null)]
    public void A_path_says_what_it_names(string text, string group, string artifact, string? version, string file, string? checksum)
    {
        var path = MavenPath.Read(text.Split('/')).ShouldNotBeNull();
        (path.Group, path.Artifact, path.Version, path.File, path.Checksum).ShouldBe((group, artifact, version, file, checksum));
        (checksum is null ? path.Address : $"{path.Address}.{checksum}").ShouldBe(text.Replace("+", "%2B", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("app-1.0.jar")]
    [InlineData("app/1.0/app-1.0.jar")]
    [InlineData("acme/app/1.0/other-1.0.jar")]
    [InlineData("acme/app/1.0/app-1.1.jar")]
    [InlineData("acme/app/1.0/app-1.0")]
    [InlineData("acme/app/1.0/app-1.01.jar")]
    [InlineData("acme/../1.0/..-1.0.jar")]
    [InlineData("a.b/app/1.0/app-1.0.jar")]
    [InlineData("acme/app/1.0/app-1.0.j\nar")]
    [InlineData("acme//1.0/-1.0.jar")]
    [InlineData("acme/app/1.0/")]
    [InlineData("maven-metadata.xml")]
    public void A_path_names_nothing(string text) => MavenPath.Read(text.Split('/')).ShouldBeNull();

    [Theory]
    [InlineData("da39a3ee5e6b4b0d3255bfef95601890afd80709", "sha1", true)]
    [InlineData("DA39A3EE5E6B4B0D3255BFEF95601890AFD80709  app.jar\n", "sha1", true)]
    [InlineData("da39a3ee", "sha1", false)]
    [InlineData("<html>", "md5", false)]
    [InlineData("", "md5", false)]
    public void A_checksum_is_read(string text, string name, bool isOne) => (MavenChecksum.Read(System.Text.Encoding.UTF8.GetBytes(text), name) is not null).ShouldBe(isOne);
}
