using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

/// <summary>What a function process can do to files: nothing that any other process of any version sees.</summary>
public sealed class FunctionPlaceTests
{
    public static TheoryData<string> Isolations => ["", "marks"];

    [Theory]
    [MemberData(nameof(Isolations))]
    public async Task A_function_that_writes_into_its_working_folder_changes_no_version_for_anybody_else(string isolation)
    {
        await using var cloud = await StartAsync(isolation);
        await cloud.CreateAsync(mark: "the package");
        await cloud.CreateAsync("other", mark: "the package");
        await cloud.PublishAsync();
        await cloud.PublishAsync("other");

        await WriteAsync(cloud, "mark.txt", "changed by itself", "shop:1");

        await cloud.StartAsync();
        ((string?)(await WriteAsync(cloud, "mark.txt", "once more", "shop:1"))["before"]).ShouldBe("the package");
        ((string?)(await WriteAsync(cloud, "mark.txt", "once more", "other:1"))["before"]).ShouldBe("the package");
    }

    [Fact]
    public async Task Where_the_machine_mounts_the_package_is_read_only_as_it_is_on_AWS()
    {
        await using var cloud = await StartAsync("");
        Assert.SkipUnless(Isolation.Of(cloud.Environment).CanMount, "This machine gives programs no mounts.");
        await cloud.CreateAsync(mark: "the package");

        ((string)(await WriteAsync(cloud, "mark.txt", "changed"))["refused"]!).ShouldContain("Read-only file system");
        ((string)(await WriteAsync(cloud, "new.txt", "made"))["refused"]!).ShouldContain("Read-only file system");
    }

    [Fact]
    public async Task The_temporary_folder_is_each_processs_own_and_gone_with_it()
    {
        await using var cloud = await StartAsync("");
        Assert.SkipUnless(Isolation.Of(cloud.Environment).CanMount, "This machine gives programs no mounts.");
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await WriteAsync(cloud, "/tmp/note.txt", "mine");

        (await WriteAsync(cloud, "/tmp/note.txt", "yours", "shop:1"))["before"].ShouldBeNull();
        ((string?)(await WriteAsync(cloud, "/tmp/note.txt", "again"))["before"]).ShouldBe("mine");
        File.Exists("/tmp/note.txt").ShouldBeFalse();

        await cloud.Services.DisposeAsync();
        Directory.GetFileSystemEntries(Path.Combine(cloud.DataFolder, "functions", "tmp")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Isolations))]
    public async Task What_a_killed_suite_left_of_the_temporary_files_is_gone_after_the_next_start(string isolation)
    {
        await using var cloud = await StartAsync(isolation);
        await cloud.CreateAsync();
        await WriteAsync(cloud, "note.txt", "mine");
        var scratch = Path.Combine(cloud.DataFolder, "functions", "tmp");
        Directory.GetDirectories(scratch).Length.ShouldBe(1);

        await cloud.StartAsync();

        Directory.GetDirectories(scratch).ShouldBeEmpty();
    }

    private static async Task<CloudUnderTest> StartAsync(string isolation)
    {
        var cloud = new CloudUnderTest();
        cloud.Environment[Isolation.Variable] = isolation;
        await cloud.StartAsync();
        return cloud;
    }

    private static async Task<JsonNode> WriteAsync(CloudUnderTest cloud, string file, string text, string function = "shop") =>
        (await cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "write", ["file"] = file, ["text"] = text }, function)).Payload;
}
