using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Nuspecs;
using Sluice.Packages.Model;

namespace Sluice.Packages.Tests.Formats.NuGet.Nuspecs;

public sealed class ManifestReaderTests
{
    private static readonly string[] Scraps =
    [
        "<", ">", "&amp;", "&#0;", "\"", "'", "<dependency id='' version='x' />", "<group targetFramework='portable-net45+sl4+??'>", "</group>", "<group>", "[1.0", "9999999999", "\u0000", "é", "<!--", "]]>", "<license type='expression'>(", "</license>",
        "<packageTypes><packageType/></packageTypes>", "<repository url=''/>", "<minClientVersion>x</minClientVersion>", "<metadata minClientVersion='nine'>", "<requireLicenseAcceptance>perhaps</requireLicenseAcceptance>",
    ];

    private static readonly string Text = new Nupkg
    {
        More = """
            <title>T</title><license type="expression">MIT OR Apache-2.0</license><projectUrl>https://x.example</projectUrl><tags>a b</tags><repository type="git" url="https://x.example/r" />
            <dependencies><group targetFramework="net8.0"><dependency id="A" version="[1.0,2.0)" exclude="Build" /></group><group targetFramework=".NETStandard2.0" /></dependencies>
            """,
    }.NuspecText;

    [Fact]
    public void Nuspecs_of_any_text_are_read_or_refused()
    {
        var random = new Random(37);
        for (var round = 0; round < 3000; round++)
        {
            var text = Text;
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(text.Length - 30);
                text = random.Next(2) == 0 ? text.Remove(at, random.Next(1, 30)) : text.Insert(at, Scraps[random.Next(Scraps.Length)]);
            }

            ReadOrRefused(text);
        }
    }

    [Fact]
    public void Reads_what_people_and_clients_are_told()
    {
        var package = ManifestReader.Read(Encoding.UTF8.GetBytes(Text));

        var summary = package.Summary;
        (summary.DisplayName, summary.Summary, summary.HomePage, summary.SourceCodeRepository).ShouldBe(("Org.Tools", "Tools for everyone.", "https://x.example", "https://x.example/r"));
        summary.Licenses.ShouldHaveSingleItem().Name.ShouldBe("MIT OR Apache-2.0");
        package.Dependencies.ShouldBe([new StoredDependency(null, "a", "", "[1.0.0, 2.0.0)")]);
        JsonNode.DeepEquals(package.Entry["dependencyGroups"], JsonNode.Parse("""
            [
              { "@type": "PackageDependencyGroup", "targetFramework": "net8.0", "dependencies": [{ "@type": "PackageDependency", "id": "A", "range": "[1.0.0, 2.0.0)" }] },
              { "@type": "PackageDependencyGroup", "targetFramework": "netstandard2.0" }
            ]
            """)).ShouldBeTrue(package.Entry.ToJsonString());
        package.Entry["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).ShouldBe(["a", "b"]);
        package.Entry["licenseExpression"]!.GetValue<string>().ShouldBe("MIT OR Apache-2.0");
    }

    [Fact]
    public void A_licence_that_is_told_by_an_address_is_kept_by_it() =>
        ManifestReader.Read(Encoding.UTF8.GetBytes(new Nupkg { More = "<licenseUrl>https://x.example/license</licenseUrl>" }.NuspecText)).Summary.Licenses.ShouldBe([new StoredLicense(null, "https://x.example/license")]);

    private static void ReadOrRefused(string text)
    {
        try
        {
            ManifestReader.Read(Encoding.UTF8.GetBytes(text));
        }
        catch (FormatException)
        {
        }
    }
}
