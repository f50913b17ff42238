using System.Text;
using Sluice.Packages.Formats.PyPi.Archives;
using Sluice.Packages.Model;

namespace Sluice.Packages.Tests.Formats.PyPi.Archives;

public sealed class CoreMetadataTests
{
    [Fact]
    public void Reads_fields_lists_and_the_description()
    {
        var metadata = Read("""
            Metadata-Version: 2.4
            Name: Demo
            version: 1.0
            Summary: What it does
            Requires-Dist: requests[security] (>=2.8) ; python_version < '3'
            Requires-Dist: six
            Project-URL: Source, https://example.com/source
            Project-URL: Homepage, https://example.com/
            Classifier: License :: OSI Approved :: MIT License
            Author: UNKNOWN
            Requires-Python: >=3.8,
             <4

            # Title

            text
            """);
        metadata.Text("Version").ShouldBe("1.0");
        metadata.Text("Author").ShouldBeNull();
        metadata.Text("Requires-Python").ShouldBe(">=3.8,\n <4");
        metadata.Description.ShouldBe("# Title\n\ntext");
        metadata.Dependencies.ShouldBe([new StoredDependency(null, "requests", "Requires-Dist", "[security] (>=2.8) ; python_version < '3'"), new StoredDependency(null, "six", "Requires-Dist", "")]);
        var summary = metadata.Summary;
        (summary.DisplayName, summary.HomePage, summary.SourceCodeRepository, summary.Licenses.Single().Name).ShouldBe(("Demo", "https://example.com/", "https://example.com/source", "MIT License"));
        metadata.ToJson()["requires_dist"]!.AsArray().Count.ShouldBe(2);
        metadata.ToJson()["project_urls"]!["Source"]!.GetValue<string>().ShouldBe("https://example.com/source");
    }

    [Fact]
    public void Reads_a_description_in_a_field() =>
        Read("Name: demo\r\nDescription: # Title\r\n        \r\n        text\r\n       |  more\r\n").Description.ShouldBe("# Title\n\ntext\n  more");

    [Fact]
    public void An_expression_is_the_licence() => Read("License-Expression: MIT OR Apache-2.0\nClassifier: License :: OSI Approved :: MIT License\n").Summary.Licenses.Single().Name.ShouldBe("MIT OR Apache-2.0");

    [Theory]
    [InlineData("no field", "line 1")]
    [InlineData("Name: x\n: y", "line 2")]
    [InlineData(" continued", "line 1")]
    [InlineData("Bad name: x", "line 1")]
    public void Tells_where_it_is_wrong(string text, string place) => Should.Throw<InvalidDataException>(() => Read(text)).Message.ShouldContain(place);

    [Fact]
    public void Refuses_what_is_no_text() => Should.Throw<InvalidDataException>(() => CoreMetadataReader.Read([0x4e, 0xff])).Message.ShouldContain("UTF-8");

    private static CoreMetadata Read(string text) => CoreMetadataReader.Read(Encoding.UTF8.GetBytes(text));
}
