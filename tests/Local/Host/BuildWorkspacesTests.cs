using System.Diagnostics;
using Sluice.Local.Host;
using Sluice.Local.Host.Data;
using Sluice.Local.Tests.Host.Data;

namespace Sluice.Local.Tests.Host;

public sealed class BuildWorkspacesTests : IDisposable
{
    // Below the home folder, because everybody writes to the temporary one.
    private readonly string _folder = PrivateFolder.Keep(
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), $".sluice-test-{Guid.NewGuid():N}"), "The test's folder");

    private readonly string _temporary = Directory.CreateTempSubdirectory("sluice-workspaces-").FullName;

    public BuildWorkspacesTests() => Assert.SkipUnless(
        Surroundings.FaultOf(Ancestor.Of(_folder)) is null, "The home folder is in a checkout or can be written to by others.");

    [Fact]
    public void Builds_are_below_the_data_folder()
    {
        using var data = DataFolder.Own(Path.Combine(_folder, "data"));
        Of(data).ShouldBe(new BuildWorkspaces(data.At("builds"), Warning: null));
    }

    [Fact]
    public void Builds_of_a_data_folder_in_a_checkout_are_in_a_private_folder_below_the_cache()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "shop", ".git"));
        using var data = DataFolder.Own(Path.Combine(_folder, "shop", "data"));

        var workspaces = Of(data);

        workspaces.Folder.ShouldStartWith(Path.Combine(_folder, ".cache", "sluice", "builds-"));
        workspaces.Warning.ShouldBeNull();
        workspaces.Open();
        IsPrivate(workspaces.Folder).ShouldBeTrue();
        IsPrivate(Path.GetDirectoryName(workspaces.Folder)!).ShouldBeTrue();
    }

    [Fact]
    public void Builds_are_never_below_a_folder_that_others_write_to()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Here the temporary folder is the user's own.");
        using var data = DataFolder.Own(Path.Combine(_temporary, "data"));
        Of(data).Folder.ShouldStartWith(Path.Combine(_folder, ".cache", "sluice", "builds-"));
    }

    [Fact]
    public void A_cache_folder_that_another_user_made_is_not_used_and_the_danger_is_told()
    {
        OtherUser.SkipUnlessRoot();
        var prepared = Directory.CreateDirectory(Path.Combine(_folder, ".cache", "sluice")).FullName;
        OtherUser.Owns(prepared);
        using var data = DataFolder.Own(Path.Combine(_temporary, "data"));

        var workspaces = Of(data);

        workspaces.Folder.ShouldBe(data.At("builds"));
        workspaces.Warning!.ShouldContain("others can write to /tmp");
    }

    [Fact]
    public void What_builds_left_is_thrown_away_and_a_link_is_not_followed()
    {
        using var data = DataFolder.Own(Path.Combine(_folder, "data"));
        var workspaces = Of(data);
        workspaces.Open();
        var kept = Path.Combine(_temporary, "kept");
        File.WriteAllText(kept, "");
        File.CreateSymbolicLink(Path.Combine(workspaces.Folder, "link"), _temporary);

        workspaces.Open();

        Directory.EnumerateFileSystemEntries(workspaces.Folder).ShouldBeEmpty();
        Directory.Delete(workspaces.Folder);
        File.CreateSymbolicLink(workspaces.Folder, _temporary);
        workspaces.Clear();
        File.Exists(kept).ShouldBeTrue();
    }

    [Fact]
    public void What_a_killed_build_left_is_thrown_away_whatever_its_name()
    {
        using var data = DataFolder.Own(Path.Combine(_folder, "data"));
        var workspaces = Of(data);
        workspaces.Open();
        using (var sh = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "mkdir \"$(printf 'caf\\351')\"; echo x > \"$(printf 'caf\\351')/x\""]) { WorkingDirectory = workspaces.Folder })!)
        {
            sh.WaitForExit();
        }

        Directory.EnumerateFileSystemEntries(workspaces.Folder).ShouldHaveSingleItem();
        workspaces.Open();
        Directory.EnumerateFileSystemEntries(workspaces.Folder).ShouldBeEmpty();
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_temporary, recursive: true);
    }

    private BuildWorkspaces Of(DataFolder data) => BuildWorkspaces.Of(data, new Dictionary<string, string> { ["HOME"] = _folder });

    private static bool IsPrivate(string folder) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
