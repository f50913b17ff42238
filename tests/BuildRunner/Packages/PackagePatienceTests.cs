using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Runs;
using Sluice.Platform.Ids;

namespace Sluice.BuildRunner.Tests.Packages;

/// <summary>A service of packages that does not answer: a build goes on with its repository or not at all, since its clients would take from elsewhere what is in it.</summary>
public sealed class PackagePatienceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EagerTime _time = new();
    private readonly LineLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_asked_again()
    {
        var variables = await RunAsync(new PlayedPackages { Failures = 2 });

        variables["CODEARTIFACT_DOMAIN"].ShouldBe("sluice");
        _time.Pauses.Count.ShouldBe(2);
        _log.ToString().ShouldContain("The repository of packages cannot be asked for (try 1 of 5): Connection refused; again in");
    }

    [Fact]
    public async Task A_build_does_not_go_on_without_it()
    {
        var fault = await Should.ThrowAsync<SourceException>(() => RunAsync(new PlayedPackages { Failures = 100 }));

        fault.Message.ShouldBe("The repository of packages sluice/builds cannot be asked for: Connection refused. A build that needs none has SLUICE_PACKAGES=none.");
        _time.Pauses.Count.ShouldBe(4);
    }

    private Task<IReadOnlyDictionary<string, string>> RunAsync(PlayedPackages packages)
    {
        var ports = new RunnerPorts(new Dictionary<string, string>(), new SystemProcesses(), new MemoryObjects(), new MemoryBuckets(), new MemoryValues(), _time, new RandomIds(), new BuildLog(new SecretMask([]), _log))
        {
            CacheFolder = _folder.Path, Packages = packages,
        };
        return new PackageSetup("shop:1", new Workspace(_folder.Path, "build", []), ports).RunAsync(new Dictionary<string, string>(), isContained: false, TestContext.Current.CancellationToken);
    }
}
