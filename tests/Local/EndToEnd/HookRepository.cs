namespace Sluice.Local.Tests.EndToEnd;

/// <summary>A repository whose function, and whose hooks of it, are the test function; a hook's file says what it reports.</summary>
internal sealed class HookRepository : IDisposable
{
    private const string Buildspec =
        """
        version: 0.2
        phases:
          build:
            commands:
              - "true"
        artifacts:
          base-directory: package
          files: ["**/*"]
          secondary-artifacts:
            check-before:
              base-directory: before
              files: ["**/*"]
            check-after:
              base-directory: after
              files: ["**/*"]
        """;

    private static readonly string _function = Path.Combine(AppContext.BaseDirectory, "TestFunction");
    private readonly ReleaseRepository _repository = new();
    private int _version;

    public HookRepository(string before = "check-before", string after = "check-after") => _repository
        .Write("buildspec.yml", Buildspec)
        .Write("appspec.yml", $"""
            version: 0.0
            Resources:
              - fn:
                  Type: AWS::Lambda::Function
                  Properties:
                    Name: fn
                    Alias: live
            Hooks:
              - BeforeAllowTraffic: {before}
              - AfterAllowTraffic: {after}
            """);

    public string Data => _repository.Data;

    /// <summary>Releases a new version with hooks that report this.</summary>
    public async Task<(int Exit, string Said)> ReleaseAsync(string before, string after, string hookTimeout = "1m")
    {
        Package("package").Write($"package/version-{++_version}.txt", "");
        Package("before").Write("before/hook.txt", before);
        Package("after").Write("after/hook.txt", after);
        _repository.Commit();
        var (exit, output, errors) = await SluiceProcess.RunAsync(
            "release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "50:1s", "--rate", "0", "--alarm", "none", "--hook-timeout", hookTimeout);
        return (exit, output + errors);
    }

    public void Dispose() => _repository.Dispose();

    private ReleaseRepository Package(string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(_repository.Path, folder));
        foreach (var file in new DirectoryInfo(_function).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target.FullName, file.Name), overwrite: true);
        }

        return _repository;
    }
}
