using System.Diagnostics;
using Sluice.Platform.Files;

namespace Sluice.Platform.Tests.Files;

public sealed class LeftFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("sluice-left-").FullName;

    private string Folder => Path.Combine(_parent, "left");

    [Theory]
    [InlineData("mkdir -p a/b; echo x > a/b/c; ln -s /etc link; mkfifo pipe")]
    [InlineData("mkdir -p a/b; echo x > a/b/c; chmod 500 a/b a")]
    [InlineData(@"mkdir ""$(printf 'd\351')""; echo x > ""$(printf 'd\351')/x""; echo y > ""$(printf 'f\377')""")]
    [InlineData("n=$(printf '%0250d' 0); for i in $(seq 20); do mkdir $n; cd -P $n; done; echo x > file")]
    public void Whatever_a_program_left_is_removed(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder is made by sh.");
        Sh($"mkdir left; cd left; {script}");

        LeftFolder.Remove(Folder).ShouldBeNull();

        Directory.GetFileSystemEntries(_parent).ShouldBeEmpty();
        LeftFolder.Remove(Folder).ShouldBeNull("it is gone already");
    }

    [Fact]
    public void A_link_is_removed_and_not_followed()
    {
        Sh("mkdir kept; echo x > kept/x; ln -s kept left");

        LeftFolder.Remove(Folder).ShouldBeNull();

        Directory.GetFileSystemEntries(_parent).Select(Path.GetFileName).ShouldBe(["kept"]);
        File.Exists(Path.Combine(_parent, "kept", "x")).ShouldBeTrue();
    }

    public void Dispose() => Sh("chmod -R u+rwX . ; rm -rf \"$PWD\"");

    private void Sh(string script)
    {
        using var sh = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _parent })!;
        sh.WaitForExit();
    }
}
