using System.Text;
using Sluice.Packages.Formats.PyPi.Pages;

namespace Sluice.Packages.Tests.Formats.PyPi.Pages;

public sealed class OutsidePageTests
{
    private const string Digest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly Uri Address = new("https://user:secret@example.com/root/simple/demo/");

    private static readonly string Json = $$$"""
        {"meta":{"api-version":"1.1"},"name":"demo","files":[
          {"filename":"demo-1.0-py3-none-any.whl","url":"../../files/demo-1.0-py3-none-any.whl","hashes":{"sha256":"{{{Digest.ToUpperInvariant()}}}","blake2b":"x"},"size":12,"requires-python":">=3.8","yanked":"bad","core-metadata":{"sha256":"{{{Digest}}}"},"upload-time":"2024-01-02T03:04:05Z"},
          {"filename":"demo-1.0.tar.gz","url":"https://files.example.net/demo-1.0.tar.gz","hashes":{},"yanked":false,"dist-info-metadata":true},
          {"filename":"demo-1.0-py3.egg","url":"x","hashes":{}},
          {"filename":"other-1.0.tar.gz","url":"x","hashes":{}},
          {"filename":"demo-2.0.tar.gz","url":"file:///etc/passwd","hashes":{}},
          {"filename":7,"url":"x"}, 12, null]}
        """;

    private static readonly string Html = $"""
        <!DOCTYPE html><html><body><h1>Links</h1>
        <A class='x' data-requires-python="&gt;=3.8" data-yanked="bad &amp; old" data-core-metadata=sha256={Digest}
           href="../../files/demo-1.0-py3-none-any.whl#sha256={Digest}">anything</A><br/>
        <a href='https://files.example.net/demo-1.0.tar.gz?x=1#md5=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'>demo</a>
        <a href="ftp://example.com/demo-2.0.tar.gz">demo</a><a>none</a><abbr href="demo-3.0.tar.gz">
        </body></html>
        """;

    [Fact]
    public void Reads_JSON()
    {
        var files = Read(Json, "application/vnd.pypi.simple.v1+json");
        files.Select(file => file.File.Name).ShouldBe(["demo-1.0-py3-none-any.whl", "demo-1.0.tar.gz"]);
        files[0].Address.ShouldBe(new Uri("https://user:secret@example.com/root/files/demo-1.0-py3-none-any.whl"));
        files[0].MetadataAddress.AbsolutePath.ShouldBe("/root/files/demo-1.0-py3-none-any.whl.metadata");
        var first = files[0].File;
        (first.Hashes["sha256"], first.Size, first.RequiresPython, first.Yanked, first.Metadata, first.UploadedAt).ShouldBe((Digest, 12, ">=3.8", "bad", Digest, "2024-01-02T03:04:05Z"));
        first.Hashes.Keys.ShouldBe(["sha256"]);
        (files[1].File.Yanked, files[1].File.Metadata, files[1].File.BestHash).ShouldBe((null, null, null));
    }

    [Fact]
    public void Reads_HTML()
    {
        var files = Read(Html, "text/html; charset=utf-8");
        files.Select(file => file.File.Name).ShouldBe(["demo-1.0-py3-none-any.whl", "demo-1.0.tar.gz"]);
        var first = files[0].File;
        (first.Hashes["sha256"], first.RequiresPython, first.Yanked, first.Metadata).ShouldBe((Digest, ">=3.8", "bad & old", Digest));
        files[1].File.BestHash!.Value.Key.ShouldBe("md5");
        files[1].Address.Query.ShouldBe("?x=1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"files\":{}}")]
    [InlineData("{\"files\":[{\"filename\":\"demo-1.0.tar.gz\",\"url\":\"\\ud800\"}]}")]
    [InlineData("<html></html>")]
    public void Refuses_what_is_no_page(string text) => Should.Throw<InvalidDataException>(() => Read(text, "application/json"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Survives_what_is_broken(bool json)
    {
        var random = new Random(815);
        var whole = Encoding.UTF8.GetBytes(json ? Json : Html);
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            try
            {
                OutsidePage.Read(broken[..random.Next(broken.Length)], json ? "application/json" : null, Address, "demo");
            }
            catch (InvalidDataException)
            {
                // As it should be.
            }
        }
    }

    [Theory]
    [InlineData(null, "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01", "application/vnd.pypi.simple.v1+json")]
    [InlineData("text/html, application/vnd.pypi.simple.v1+json;q=0.5", "text/html")]
    [InlineData("application/vnd.pypi.simple.latest+json", "application/vnd.pypi.simple.v1+json")]
    [InlineData("application/vnd.pypi.simple.v1+json;q=0, */*;q=0.1", "text/html")]
    [InlineData("image/png", null)]
    public void Pages_come_in_the_form_that_is_wanted(string? accept, string? type) => PageType.Choose(accept).ShouldBe(type);

    private static IReadOnlyList<OutsideFile> Read(string page, string type) => OutsidePage.Read(Encoding.UTF8.GetBytes(page), type, Address, "demo");
}
