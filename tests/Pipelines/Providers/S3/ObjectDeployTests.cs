using System.Text;
using Sluice.Pipelines.Providers.S3;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.S3;

public sealed class ObjectDeployTests
{
    private static readonly byte[] Site = Zips.Of(("index.html", "<p>"), ("css/", ""), ("css/site.css", "p {}"), ("data", "?"));

    [Fact]
    public void Files_are_put_below_the_key_with_their_types_and_settings() => Play(Site, async (host, request) =>
    {
        var result = await host.RunAsync(With(request, ("ObjectKey", "/v1/"), ("CacheControl", "max-age=60"), ("CannedACL", "public-read"), ("KMSEncryptionKeyARN", "arn:aws:kms:us-east-1:123456789012:key/k")));

        (result.Status, result.Message).ShouldBe((ActionStatus.Succeeded, "3 files are in s3://site/v1/."));
        Put(host).ShouldBe(["v1/css/site.css", "v1/data", "v1/index.html"]);
        Encoding.UTF8.GetString(host.Suite.Objects[new ObjectRef("site", "v1/index.html")]).ShouldBe("<p>");
        host.Suite.Objects.Settings[new ObjectRef("site", "v1/css/site.css")].ShouldBe(new ObjectSettings { ContentType = "text/css", CacheControl = "max-age=60", CannedAcl = "public-read", KmsKey = "arn:aws:kms:us-east-1:123456789012:key/k" });
        host.Suite.Objects.Settings[new ObjectRef("site", "v1/data")].ContentType.ShouldBe("application/octet-stream");
        host.Executions.Single().Path.ShouldBe(["Advance", "WhichCall", "Ended"]);
    });

    [Fact]
    public void The_zip_itself_is_put_at_the_key_whose_placeholders_are_filled_in_once() => Play(Site, async (host, request) =>
    {
        var zipped = With(request, ("Extract", "false"), ("ObjectKey", "site-{datetime}-{uuid}.zip"));
        await host.RunAsync(zipped);
        Put(host).Single().ShouldMatch($"^site-\\d{{4}}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d-{request.ActionExecutionId}\\.zip$");
        host.Suite.Objects[new ObjectRef("site", Put(host).Single())].ShouldBe(Site);
        host.Suite.Objects.Settings.Values.Single().ContentType.ShouldBe("application/zip");
    });

    [Fact]
    public void What_one_call_has_no_time_for_the_next_does() => Play(Many(1201), async (host, request) =>
    {
        (await host.RunAsync(request)).Message.ShouldBe("1201 files are in s3://site/.");
        Put(host).Length.ShouldBe(1201);
        host.Executions.Single().Path.Count(state => state == "Advance").ShouldBe(3);
    });

    [Fact]
    public void A_stop_ends_it_between_two_calls() => Play(Many(1201), async (host, request) =>
    {
        var calls = 0;
        host.Before = (_, _) => ++calls == 2 ? host.StopAsync() : Task.CompletedTask;
        (await host.RunAsync(request)).Message.ShouldBe($"Stopped: enough. {CopyBudget.MostFiles} files are there.");
        Put(host).Length.ShouldBe(CopyBudget.MostFiles);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_file_is_there_wherever_a_function_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            Play(Many(501), async (host, request) =>
            {
                host.Crashes.At = host.Crashes.Calls + at;
                host.Crashes.After = after;
                (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
                Put(host).Length.ShouldBe(501);
                died = host.Crashes.Happened;
            });
        }
    }

    [Fact]
    public void A_bucket_that_does_not_take_it_is_told() => Play(Site, async (host, request) =>
    {
        host.Suite.Objects.Closed.Add("site");
        (await host.RunAsync(request)).Message.ShouldBe("s3://site/index.html cannot be written: Access Denied");
    });

    [Theory]
    [InlineData("a/b/photo.JPG", "image/jpeg")]
    [InlineData("index.html", "text/html")]
    [InlineData("app.wasm", "application/wasm")]
    [InlineData("LICENSE", "application/octet-stream")]
    public void A_type_is_known_by_the_extension(string path, string type) => ContentTypes.Of(path).ShouldBe(type);

    private static byte[] Many(int count) => Zips.Of([.. Enumerable.Range(0, count).Select(number => ($"files/{number}.txt", $"{number}"))]);

    private static string[] Put(ActionHost host) => [.. host.Suite.Objects.All.Where(one => one.Bucket == "site").Select(one => one.Key).Order(StringComparer.Ordinal)];

    private static ActionRequest With(ActionRequest request, params (string Key, string Value)[] more)
    {
        var configuration = request.Configuration.ToDictionary();
        foreach (var (key, value) in more)
        {
            configuration[key] = value;
        }

        return request with { Configuration = configuration };
    }

    private static void Play(byte[] zip, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost();
        host.Time.Run(async () =>
        {
            await scenario(host, await host.RequestAsync("Deploy/S3", new Dictionary<string, string> { ["BucketName"] = "site", ["Extract"] = "true" }, ("Package", zip)));
            return true;
        });
    }
}
