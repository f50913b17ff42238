using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>A repository whose build only hands on files that are committed to it, so that a release takes no compiler.</summary>
internal sealed class ReleaseRepository : IDisposable
{
    private static readonly string[] Identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-release");

    public ReleaseRepository()
    {
        Directory.CreateDirectory(Path);
        Run("init", "--quiet");
        Write("buildspec.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - \"true\"\nartifacts:\n  base-directory: package\n  files:\n    - \"**/*\"\n");
        Write("appspec.yml", "version: 0.0\nResources:\n  - fn:\n      Type: AWS::Lambda::Function\n      Properties:\n        Name: fn\n        Alias: live\n");
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "repository");

    /// <summary>A data folder beside it.</summary>
    public string Data => System.IO.Path.Combine(_folder.FullName, "data");

    public ReleaseRepository Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public ReleaseRepository Delete(string name)
    {
        File.Delete(System.IO.Path.Combine(Path, name));
        return this;
    }

    /// <summary>Makes a folder's files the package, and commits.</summary>
    public string CommitPackage(string package)
    {
        var target = System.IO.Path.Combine(Path, "package");
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        foreach (var file in new DirectoryInfo(package).EnumerateFiles())
        {
            file.CopyTo(System.IO.Path.Combine(target, file.Name));
        }

        return Commit();
    }

    public string Commit()
    {
        Run("add", "--all", "--force");
        Run("commit", "--quiet", "--allow-empty", "--message", "A change");
        return Run("rev-parse", "HEAD").Trim();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Run(params IEnumerable<string> arguments) => Git.Run(Path, [.. Identity, .. arguments]);
}
