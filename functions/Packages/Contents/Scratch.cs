using Sluice.Platform.Access.Files;

namespace Sluice.Packages.Contents;

/// <summary>A file for what is not known yet, which is gone when it is closed.</summary>
internal static class Scratch
{
    public static FileStream Open() => new(Path.Combine(Path.GetTempPath(), $"sluice-package-{Path.GetRandomFileName()}"), OwnerFile.New(FileAccess.ReadWrite, FileOptions.DeleteOnClose | FileOptions.Asynchronous));
}
