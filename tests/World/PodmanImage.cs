using System.Diagnostics;
using Sluice.Platform.Files;

namespace Sluice.World;

/// <summary>A small image, made of busybox and imported into podman, whose storage is in a folder of its own. What podman is told here works without systemd, overlays and rights to raise limits.</summary>
public sealed class PodmanImage : IDisposable
{
    public const string Name = "localhost/sluice-test:1";
    private readonly TemporaryFolder _storage = new();
    private bool _isThere;

    public static string? Podman { get; } = Find("podman");

    public string Options => $"--root {_storage.Path}/root --runroot {_storage.Path}/run --runtime runc --cgroup-manager cgroupfs --storage-driver vfs --events-backend none";

    public static string RunOptions => "--ulimit nofile=1024:1024 --ulimit nproc=1000:1000 --network host";

    /// <summary>Makes it, once. The test is skipped where that is not possible.</summary>
    public void Need()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && EntryStatus.Me == EntryStatus.Root, "podman is tried as root only");
        Assert.SkipUnless(Podman is not null && Find("runc") is not null, "podman and runc are not on PATH: apt-get install podman runc");
        var busybox = Find("busybox");
        Assert.SkipUnless(busybox is not null, "busybox is not on PATH: apt-get install busybox-static");
        if (!_isThere)
        {
            Import(busybox!);
            _isThere = true;
        }
    }

    public string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Podman!, [.. Options.Split(' '), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        return output;
    }

    public void Dispose()
    {
        if (_isThere)
        {
            Run("rm", "-f", "-a");
            Run("rmi", "-f", "-a");
        }

        _storage.Dispose();
    }

    private void Import(string busybox)
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root.Path, "bin"));
        Directory.CreateDirectory(Path.Combine(root.Path, "root"));
        Directory.CreateDirectory(Path.Combine(root.Path, "tmp"));
        File.Copy(busybox, Path.Combine(root.Path, "bin/busybox"));
        foreach (var tool in new[] { "sh", "sleep", "cat", "sed", "grep", "id", "ls", "mkdir", "touch", "chown", "chmod", "env", "printf", "test", "echo", "true", "false", "rm", "pwd", "basename" })
        {
            File.CreateSymbolicLink(Path.Combine(root.Path, "bin", tool), "busybox");
        }

        root.Write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nbuilder:x:1234:1234::/home/builder:/bin/sh\n");
        root.Write("etc/os-release", "ID=sluice-test\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(root.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        using var tar = Process.Start("tar", ["-C", root.Path, "-cf", Path.Combine(_storage.Path, "image.tar"), "."])!;
        tar.WaitForExit();
        Run("import", Path.Combine(_storage.Path, "image.tar"), Name);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
