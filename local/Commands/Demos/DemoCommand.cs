using System.CommandLine;

namespace Sluice.Local.Commands.Demos;

/// <summary>Shows the suite at work: three releases of a sample under traffic, of which the last goes wrong and is taken back.</summary>
internal static class DemoCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var keep = new Option<string?>("--keep") { Description = "Leave the repository and the data in this new folder", HelpName = "DIR" }.Checks(CheckKeep);
        var picture = new Option<string?>("--picture") { Description = "Draw the moment at which the most went on, as SVG, into this file", HelpName = "FILE" }
            .Checks(file => CommonOptions.CheckFolder("--picture", Path.GetDirectoryName(Path.GetFullPath(file))!));
        var command = new Command("demo", "Release a sample three times under traffic: a first version, a canary, and a fault that is rolled back") { keep, picture };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(keep), parsed.GetValue(picture), environment, stop));
        return command;
    }

    private static void CheckKeep(string keep)
    {
        CommonOptions.CheckFolder("--keep", keep);
        if (Directory.Exists(keep) && Directory.EnumerateFileSystemEntries(keep).Any())
        {
            throw new UsageException($"--keep {keep}: the folder is not empty. Name a new one.");
        }
    }

    private static async Task<int> RunAsync(string? keep, string? picture, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("sluice-demo-").FullName : Path.GetFullPath(keep);
        try
        {
            Make(folder);
            return await new Demo(folder, keep, picture, environment, TimeProvider.System).RunAsync(stop);
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--keep {folder}: the folder cannot be made: {e.Message}");
        }
    }
}
