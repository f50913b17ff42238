using System.Diagnostics;
using Sluice.Platform.Files;

namespace Sluice.Local.Tests.Host.Data;

/// <summary>Somebody else on this machine, as whom only root can do something.</summary>
internal static class OtherUser
{
    public const uint Id = 54321;

    public static void SkipUnlessRoot() => Assert.SkipUnless(!OperatingSystem.IsWindows() && EntryStatus.Me == EntryStatus.Root, "Only root can give files to another user.");

    /// <summary>A link itself, not what it leads to.</summary>
    public static void Owns(string path)
    {
        using var chown = Process.Start("chown", ["--no-dereference", $"{Id}:{Id}", path]);
        chown.WaitForExit();
        chown.ExitCode.ShouldBe(0);
    }
}
