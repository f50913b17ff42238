namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws s3</c>, unchanged: folders there and back, moved, linked to and removed.</summary>
public sealed class AwsS3Tests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const int Large = 20 * 1024 * 1024; // More than aws uploads at once.

    [Fact]
    public async Task A_folder_goes_there_and_comes_back_and_all_of_it_is_removed()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        var folder = Folder();
        await SaysAsync(aws, "make_bucket: tree", "s3", "mb", "s3://tree");
        await SaysAsync(aws, "", "s3", "sync", folder, "s3://tree/all", "--no-progress");
        (await SaysAsync(aws, "", "s3", "sync", folder, "s3://tree/all", "--no-progress")).ShouldBeEmpty();
        (await SaysAsync(aws, "", "s3", "ls", "s3://tree/all/", "--recursive", "--summarize")).ShouldContain("Total Objects: 4");

        var back = Path.Combine(suite.Folder, "back");
        await SaysAsync(aws, "", "s3", "sync", "s3://tree/all", back, "--no-progress");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.ReadAllBytes(Path.Combine(back, Path.GetRelativePath(folder, file))).ShouldBe(File.ReadAllBytes(file), file);
        }

        await SaysAsync(aws, "move: s3://tree/all/large to s3://tree/moved", "s3", "mv", "s3://tree/all/large", "s3://tree/moved", "--no-progress");
        (await aws.RefusalAsync("s3", "rb", "s3://tree")).ShouldContain("BucketNotEmpty");
        await SaysAsync(aws, "remove_bucket: tree", "s3", "rb", "s3://tree", "--force");
        (await SaysAsync(aws, "", "s3", "ls")).ShouldNotContain("tree");
    }

    [Fact]
    public async Task A_link_is_good_for_who_has_no_key_until_it_is_changed()
    {
        var curl = ClientProgram.Need("curl");
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        await SaysAsync(aws, "", "s3", "mb", "s3://linked");
        await SaysAsync(aws, "", "s3api", "put-object", "--bucket", "linked", "--key", "a b/é.txt", "--body", Path.Combine(Folder(), "small"));
        var link = (await SaysAsync(aws, "", "s3", "presign", "s3://linked/a b/é.txt", "--expires-in", "60")).Trim();

        (await CurlAsync(curl, link)).ShouldBe("small");
        (await CurlAsync(curl, link[..^1] + (link[^1] == '0' ? '1' : '0'))).ShouldContain("<Code>SignatureDoesNotMatch</Code>");
        (await CurlAsync(curl, link.Replace("linked", "other", StringComparison.Ordinal))).ShouldContain("<Code>SignatureDoesNotMatch</Code>");
        (await CurlAsync(curl, $"{suite.Endpoint}linked/a%20b?x-id=GetObject")).ShouldContain("<Code>AccessDenied</Code>");
    }

    private string Folder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(suite.Folder, "tree", "deep")).Parent!.FullName;
        File.WriteAllText(Path.Combine(folder, "small"), "small");
        File.WriteAllText(Path.Combine(folder, "empty"), "");
        File.WriteAllText(Path.Combine(folder, "deep", "a b+é.txt"), "deep");
        File.WriteAllBytes(Path.Combine(folder, "large"), [.. Enumerable.Range(0, Large).Select(i => (byte)(i * 31 >> 3))]);
        return folder;
    }

    private static async Task<string> SaysAsync(AwsCli aws, string expected, params string[] arguments)
    {
        var end = await aws.TryAsync(arguments);
        end.ExitCode.ShouldBe(0, end.All);
        end.Output.ShouldContain(expected);
        return end.Output;
    }

    private static async Task<string> CurlAsync(string curl, string url) =>
        (await ClientProgram.RunAsync(curl, Path.GetTempPath(), ["-sS", url], new Dictionary<string, string>(), TestContext.Current.CancellationToken)).Output;
}
