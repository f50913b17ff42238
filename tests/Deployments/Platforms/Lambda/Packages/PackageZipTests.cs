using Sluice.Deployments.Platforms.Lambda.Packages;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.Platforms.Lambda.Packages;

public sealed class PackageZipTests
{
    [Fact]
    public async Task A_package_of_more_files_than_any_has_is_refused()
    {
        var objects = new MemoryObjects();
        var zip = Artifacts.Zip([.. Enumerable.Range(0, 100_001).Select(n => ($"{n}", "", 0))]);

        var refused = await Should.ThrowAsync<InvalidDocumentException>(() => PackageZip.OpenAsync(objects, Artifacts.Store(objects, "zip", zip), "artifact", TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("artifact: it has more than 100000 files");
    }
}
