using System.Security.Cryptography;
using System.Text;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;
using Run = Sluice.Pipelines.Tests.Stages.Run;

namespace Sluice.Pipelines.Tests.Providers;

public sealed class ActionArtifactsTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();
    private ActionRequest _request = null!;

    private ActionArtifacts Artifacts => _suite.Get<ActionArtifacts>();

    public async ValueTask InitializeAsync()
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());
        var run = await Run.StartAsync(_suite, 1);
        _request = new ActionRequest("token", "app", run.Id, "Deploy", "Copy", "a-1", new Dictionary<string, string>(), new Dictionary<string, ObjectRef>(), ["Packaged-Site"]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private ActionRequest Taking(ObjectRef artifact) => _request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["Package"] = artifact } };

    private async Task<ActionRequest> WrittenAsync(byte[] zip) =>
        Taking(await Artifacts.WriteAsync(_request, "Packaged-Site", new MemoryStream(zip), Cancellation));

    [Fact]
    public async Task What_one_action_writes_the_next_reads_file_by_file()
    {
        var zip = Zips.Of(("site/", ""), ("site/index.html", "<p>"), ("appspec.yml", "version: 0.0"));

        var next = await WrittenAsync(zip);

        await using var files = await Artifacts.OpenAsync(next, "Package", Cancellation);
        files.Paths.ShouldBe(["site/index.html", "appspec.yml"]);
        files.Zip.Length.ShouldBe(zip.Length);
        Encoding.UTF8.GetString(await Artifacts.ReadFileAsync(next, "Package", "site/index.html", 100, Cancellation)).ShouldBe("<p>");
    }

    [Fact]
    public async Task An_artifact_is_a_manifest_beside_its_zip_in_the_pipelines_bucket()
    {
        var zip = Zips.Of(("a", "1"));

        var manifest = _suite.Objects.Read<ArtifactManifest>((await WrittenAsync(zip)).InputArtifacts["Package"]);

        manifest.Primary.ShouldBe(new ArtifactZip(new ObjectRef("sluice-artifacts", "app/Packaged-S/a-1-Packaged-Site.zip"), Convert.ToHexStringLower(SHA256.HashData(zip)), zip.Length));
    }

    [Theory]
    [InlineData("../evil", "is not a plain relative path")]
    [InlineData("/etc/passwd", "is not a plain relative path")]
    [InlineData("a\\b", "a backslash")]
    public async Task A_zip_that_leads_out_of_its_folder_is_refused_when_it_is_written(string path, string why)
    {
        (await Should.ThrowAsync<ArtifactException>(() => WrittenAsync(Zips.Of((path, "x"))))).Message.ShouldContain(why);
    }

    [Fact]
    public async Task What_is_no_zip_is_refused() =>
        (await Should.ThrowAsync<ArtifactException>(() => WrittenAsync([1, 2, 3]))).Message.ShouldStartWith("The artifact 'Packaged-Site' is no zip that can be read");

    [Fact]
    public async Task A_file_larger_than_asked_for_is_not_read_whole()
    {
        var next = await WrittenAsync(Zips.Of(("big", new string('a', 1 << 20))));

        (await Should.ThrowAsync<ArtifactException>(() => Artifacts.ReadFileAsync(next, "Package", "big", 1000, Cancellation))).Message.ShouldBe("'big' in the artifact 'Package' is more than 1000 bytes.");
    }

    [Fact]
    public async Task Faults_name_the_artifact_and_the_file()
    {
        var next = await WrittenAsync(Zips.Of(("a", "1")));
        var commit = new ObjectRef("sluice-artifacts", "commit");
        _suite.Objects.Put(commit, new ArtifactManifest("/srv/app", Documents.Commit(1), null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));

        (await FaultAsync(next, "Other")).ShouldBe("'Other' is none of the action's input artifacts; it takes Package.");
        (await FaultAsync(next, "Package")).ShouldBe("The artifact 'Package' has no file 'b'.");
        (await FaultAsync(Taking(commit), "Package")).ShouldStartWith("The artifact 'Package' is a commit and no files");
        (await FaultAsync(Taking(new ObjectRef("sluice-artifacts", "gone")), "Package")).ShouldContain("There is no object");
    }

    private async Task<string> FaultAsync(ActionRequest request, string name) =>
        (await Should.ThrowAsync<ArtifactException>(() => Artifacts.ReadFileAsync(request, name, "b", 10, Cancellation))).Message;

    [Fact]
    public async Task Nothing_put_is_no_artifact() => (await Artifacts.AdoptAsync("sluice-artifacts", _request, "Packaged-Site", Cancellation)).ShouldBeNull();
}
