namespace Sluice.Local.Commands.Demos;

/// <summary>The demo's own git repository: the sample, and the changes that are committed to it one after the other.</summary>
internal sealed class DemoRepository
{
    private static readonly string[] Identity =
    [
        "-c", "user.name=Sluice demo", "-c", "user.email=demo@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", "-c", "core.hooksPath=/dev/null",
    ];

    private readonly string _samples;

    private DemoRepository(string path, string samples) => (Path, _samples) = (path, samples);

    public string Path { get; }

    public static DemoRepository Create(string path, string samples)
    {
        Directory.CreateDirectory(path);
        var repository = new DemoRepository(path, samples);
        repository.Git("init", "--quiet");
        return repository;
    }

    /// <summary>Puts a folder's files over what is there and commits.</summary>
    /// <returns>The commit.</returns>
    public string Commit(string sample, string message)
    {
        foreach (var file in new DirectoryInfo(System.IO.Path.Combine(_samples, sample)).EnumerateFiles())
        {
            file.CopyTo(System.IO.Path.Combine(Path, file.Name), overwrite: true);
        }

        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    private string Git(params IEnumerable<string> arguments) => Releases.Git.Run(Path, [.. Identity, .. arguments]);
}
