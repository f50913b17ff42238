using System.Collections;
using System.Text;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Reports;
using Sluice.Local.Commands.Builds;
using Sluice.Local.Tests.Clients;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;

namespace Sluice.Local.Tests.Commands.Builds;

/// <summary>The repositories of <c>samples/builds</c>, in four languages, built with what is installed.</summary>
public sealed class SampleBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("csharp", "dotnet", 3, "Shop.dll", null)]
    [InlineData("node", "npm", 3, "shop-prices-1.4.0.tgz", "1.4.0")]
    [InlineData("python", "python3", 0, "shop.pyz", "2.0.1")]
    [InlineData("shell", "bash", 2, "slug-*.tar.gz", null)]
    public async Task A_sample_is_built_tested_and_packed(string sample, string program, int tests, string artifact, string? version)
    {
        ClientProgram.Need(program);
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        var (log, output) = (new MemoryStream(), new StringWriter());
        var options = new FolderBuildOptions(Path.Combine(AppContext.BaseDirectory, "samples", "builds", sample), null, [], Path.Combine(_folder.Path, "out"), null, null, Json: true);

        await new FolderBuild(FolderJob.Of(options, environment, new RandomIds()), options, environment, log, output).RunAsync(TestContext.Current.CancellationToken);

        var result = JsonSerializer.Deserialize<BuildResult>(output.ToString(), SluiceJson.Options)!;
        result.Status.ShouldBe(BuildStatus.Succeeded, Encoding.UTF8.GetString(log.ToArray()));
        result.Reports.Sum(report => report.Tests!.StatusCounts[TestStatus.Succeeded]).ShouldBe(tests);
        Directory.GetFiles(Path.Combine(_folder.Path, "out"), artifact).ShouldHaveSingleItem();
        result.ExportedVariables.GetValueOrDefault("VERSION").ShouldBe(version);
    }

    public void Dispose() => _folder.Dispose();
}
