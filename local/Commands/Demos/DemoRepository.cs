namespace Sluice.Local.Commands.Demos;

/// <summary>The demo's own git repository: the sample, and the changes that are committed to it and pushed one after the other.</summary>
internal sealed class DemoRepository
{
    private const string Branch = "main";

    private static readonly string[] Identity =
    [
        "-c", "user.name=Sluice demo", "-c", "user.email=demo@example.com", "-c", "commit.gpgsign=false", "-c", $"init.defaultBranch={Branch}", "-c", "core.hooksPath=/dev/null",
    ];

    private readonly string _samples;

    private DemoRepository(string path, string samples) => (Path, _samples) = (path, samples);

    public string Path { get; }

    /// <param name="path">Where it is made.</param>
    /// <param name="samples">The folder of the samples.</param>
    /// <param name="origin">Where it is pushed to.</param>
    /// <param name="credentials">The shared credentials file with the key that may push.</param>
    public static DemoRepository Create(string path, string samples, Uri origin, string credentials)
    {
        Directory.CreateDirectory(path);
        var repository = new DemoRepository(path, samples);
        repository.Git("init", "--quiet");
        repository.Git("remote", "add", "origin", origin.ToString());
        repository.Git("config", "credential.helper", "");
        repository.Git("config", "--add", "credential.helper", Helper(credentials));
        return repository;
    }

    /// <summary>Puts a folder's files over what is there, commits and pushes.</summary>
    /// <returns>The commit.</returns>
    public string Push(string sample, string message)
    {
        var folder = System.IO.Path.Combine(_samples, sample);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
        Git("push", "--quiet", "--set-upstream", "origin", Branch);
        return Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>Pushes go there from now on.</summary>
    public void MoveTo(Uri origin) => Git("remote", "set-url", "origin", origin.ToString());

    /// <summary>Git's user and password are a key's id and its secret, which stays in the file that it is in.</summary>
    private static string Helper(string credentials) =>
        $$"""!f() { [ "$1" != get ] || sed -n 's/^aws_access_key_id *= */username=/p; s/^aws_secret_access_key *= */password=/p' '{{credentials.Replace("'", "'\\''", StringComparison.Ordinal)}}'; }; f""";

    private string Git(params IEnumerable<string> arguments) => Releases.Git.Run(Path, [.. Identity, .. arguments]);
}
