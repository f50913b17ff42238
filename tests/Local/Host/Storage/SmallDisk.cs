using System.Diagnostics;

namespace Sluice.Local.Tests.Host.Storage;

/// <summary>A real file system of 20 MB that a test can fill. Where the test may not mount one it is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _filling;

    private SmallDisk(string path)
    {
        Path = path;
        _filling = System.IO.Path.Combine(path, "filling");
    }

    public string Path { get; }

    public static SmallDisk Mount()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can mount a small file system, on Linux.");
        var folder = Directory.CreateTempSubdirectory("sluice-small-disk").FullName;
        var (exit, errors) = Run("mount", "-t", "tmpfs", "-o", "size=20m,mode=0700", "sluice-test", folder);
        if (exit != 0)
        {
            Directory.Delete(folder);
            Assert.Skip($"A small file system cannot be mounted here: {errors}");
        }

        return new SmallDisk(folder);
    }

    /// <summary>Takes all the space that there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(_filling, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12, 1])
        {
            TakeAll(file, new byte[size]);
        }
    }

    /// <summary>Gives it back.</summary>
    public void Free() => File.Delete(_filling);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static void TakeAll(FileStream file, byte[] piece)
    {
        try
        {
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // That is how it shows.
        }
    }

    private static (int Exit, string Errors) Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Trim());
    }
}
