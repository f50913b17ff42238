using Sluice.Local.Host.Data;

namespace Sluice.Local.Tests.Host.Data;

public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Everybodys = (UnixFileMode)0b111_111_111;
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("sluice-private-").FullName);

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public void A_new_folder_is_its_owners_alone()
    {
        Keep(Data).ShouldBe(Data);
        Mode(Data).ShouldBe(Owners);
    }

    [Fact]
    public void What_others_may_do_in_a_folder_of_ones_own_is_taken_away_from_it_and_all_that_is_in_it()
    {
        Directory.CreateDirectory(Path.Combine(Data, "logs"));
        File.WriteAllText(Path.Combine(Data, "logs", "a.log"), "");
        Open(Data, Path.Combine(Data, "logs"), Path.Combine(Data, "logs", "a.log"));
        File.CreateSymbolicLink(Path.Combine(Data, "link"), "/");

        Keep(Data);

        Mode(Data).ShouldBe(Owners);
        Mode(Path.Combine(Data, "logs")).ShouldBe(Owners);
        Mode(Path.Combine(Data, "logs", "a.log")).ShouldBe(Owners);
        Mode("/").ShouldNotBe(Owners);
    }

    [Fact]
    public void Refuses_a_folder_that_another_user_owns()
    {
        OtherUser.SkipUnlessRoot();
        Directory.CreateDirectory(Data);
        OtherUser.Owns(Data);

        Refused(Data).ShouldBe($"The data folder {Data} belongs to the user with the id {OtherUser.Id}, and you are 0: its owner could change what runs here. Give another folder, or change its owner.");
    }

    [Fact]
    public void Refuses_a_link_that_another_user_made()
    {
        OtherUser.SkipUnlessRoot();
        Directory.CreateDirectory(Data);
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, Data);
        OtherUser.Owns(link);

        Refused(link).ShouldBe($"The data folder {link} is a link that the user with the id {OtherUser.Id} made, who could have it lead anywhere. Name the folder itself.");
    }

    [Fact]
    public void Refuses_what_another_user_has_put_into_a_folder_that_was_open_and_then_shuts_it()
    {
        OtherUser.SkipUnlessRoot();
        var table = Path.Combine(Data, "table.db");
        Directory.CreateDirectory(Data);
        File.WriteAllText(table, "");
        OtherUser.Owns(table);
        Open(Data);

        Refused(Data).ShouldBe($"The data folder {Data} could be written to by others, and {table} in it is another user's. Take it away, or give another folder.");
        Mode(Data).ShouldBe(Owners);
    }

    [Fact]
    public void Follows_links_of_ones_own_once_and_for_all()
    {
        Directory.CreateDirectory(Data);
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, "data");
        var above = Path.Combine(_folder, "above");
        File.CreateSymbolicLink(above, _folder);

        Keep(link).ShouldBe(Data);
        Keep(Path.Combine(above, "link")).ShouldBe(Data);
    }

    [Theory]
    [InlineData("loop", "is a link that leads to no folder")]
    [InlineData("file", "cannot be made")]
    public void Refuses_what_is_no_folder(string name, string reason)
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "loop"), "loop");
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        Refused(Path.Combine(_folder, name)).ShouldContain(reason);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Keep(string path) => PrivateFolder.Keep(path, "The data folder");

    private static string Refused(string path) => Should.Throw<UsageException>(() => Keep(path)).Message;

    private static UnixFileMode? Mode(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    private static void Open(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Everybodys);
            }
        }
    }
}
