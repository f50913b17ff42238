using System.Text;
using Sluice.Packages.Formats.Maven;
using Sluice.Packages.Model;

namespace Sluice.Packages.Tests.Formats.Maven;

public sealed class PomTests
{
    private const string Whole = """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <parent><groupId>acme</groupId><artifactId>parent</artifactId><version>1.0</version></parent>
          <artifactId>app</artifactId>
          <name>App</name><description> What it does </description><url>https://example.com/</url>
          <scm><url>https://example.com/source</url></scm>
          <licenses><license><name>MIT</name><url>https://example.com/mit</url></license><license/></licenses>
          <dependencies>
            <dependency><groupId>g</groupId><artifactId>a</artifactId><version>[1,2)</version></dependency>
            <dependency><groupId>g</groupId><artifactId>b</artifactId><scope>test</scope></dependency>
            <dependency><groupId>g</groupId><artifactId>c</artifactId><optional>true</optional></dependency>
            <dependency><groupId>g</groupId></dependency>
          </dependencies>
        </project>
        """;

    [Fact]
    public void Says_what_the_version_is()
    {
        var pom = Read(Whole);
        (pom.Group, pom.Artifact, pom.Version).ShouldBe(("acme", "app", "1.0"));
        var summary = pom.Summary;
        (summary.DisplayName, summary.Summary, summary.HomePage, summary.SourceCodeRepository).ShouldBe(("App", "What it does", "https://example.com/", "https://example.com/source"));
        summary.Licenses.ShouldBe([new StoredLicense("MIT", "https://example.com/mit")]);
        pom.Dependencies.ShouldBe([new StoredDependency("g", "a", "compile", "[1,2)"), new StoredDependency("g", "b", "test", ""), new StoredDependency("g", "c", "optional", "")]);
    }

    [Theory]
    [InlineData("acme/app/1.0/app-1.0.pom", 0)]
    [InlineData("acme/app/1.1/app-1.1.pom", 1)]
    [InlineData("other/more/2/more-2.pom", 3)]
    public void Tells_each_difference_from_its_path(string path, int faults) => Read(Whole).Faults(MavenPath.Read(path.Split('/'))!).Count().ShouldBe(faults);

    [Theory]
    [InlineData("")]
    [InlineData("<project>")]
    [InlineData("<metadata/>")]
    [InlineData("<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project><name>&x;</name></project>")]
    [InlineData("<!DOCTYPE project><project/>")]
    public void Refuses_what_is_none(string text) => Should.Throw<InvalidDataException>(() => Read(text));

    [Fact]
    public void Refuses_what_is_too_deep() => Should.Throw<InvalidDataException>(() => Read($"<project>{string.Concat(Enumerable.Repeat("<a>", 100_000))}")).Message.ShouldContain("more than");

    [Fact]
    public void Survives_what_is_broken()
    {
        var random = new Random(99);
        var whole = Encoding.UTF8.GetBytes(Whole);
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            try
            {
                Pom.Read(broken[..(random.Next(3) == 0 ? random.Next(broken.Length) : broken.Length)]);
            }
            catch (InvalidDataException)
            {
                // As it should be.
            }
        }
    }

    private static Pom Read(string text) => Pom.Read(Encoding.UTF8.GetBytes(text));
}
