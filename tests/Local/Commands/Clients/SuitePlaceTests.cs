using Sluice.Local.Commands.Clients;
using Sluice.Local.Host.Data;
using Sluice.Signing.Calls;

namespace Sluice.Local.Tests.Commands.Clients;

/// <summary>Which suite is asked, and with whose key.</summary>
public sealed class SuitePlaceTests : IDisposable
{
    private static readonly Dictionary<string, string> Keys = new() { ["AWS_ACCESS_KEY_ID"] = "AKIATEST", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_REGION"] = "eu-west-1" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-place");
    private readonly HttpClient _http = new();

    [Fact]
    public void A_data_folder_tells_where_its_suite_listens_and_has_a_key_for_it()
    {
        using var data = DataFolder.Own(_folder.FullName);
        data.TellUrl(new Uri("http://127.0.0.1:4711"));
        File.WriteAllText(data.At("credentials"), "[default]\naws_access_key_id = AKIAOWN\naws_secret_access_key = own\n");

        var place = Place([], null, isDataGiven: true);

        place.IsOneMachine.ShouldBeTrue();
        place.Text(AwsJsonService.Logs).ShouldBe("http://127.0.0.1:4711");
    }

    [Fact]
    public void A_data_folder_on_which_nothing_runs_is_told_with_what_to_do() =>
        Should.Throw<RefusedException>(() => Place([], null, isDataGiven: true)).Message.ShouldBe(
            $"No suite runs on {_folder.FullName}: start 'sluice serve', or name one that runs with --data, --endpoint or AWS_ENDPOINT_URL_CODEPIPELINE.");

    [Fact]
    public void What_a_killed_process_left_is_no_suite()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "owner.json"), """{"ProcessId":2147483646,"CommandLine":"sluice serve","Url":"http://127.0.0.1:4711"}""");

        DataFolder.UrlOf(_folder.FullName).ShouldBeNull();
    }

    [Fact]
    public void In_an_account_each_service_is_where_its_variable_says()
    {
        var environment = With(("AWS_ENDPOINT_URL_CODEPIPELINE", "https://pipelines.example.com/"), ("AWS_ENDPOINT_URL_CODEBUILD", "https://builds.example.com/"));

        var place = Place(environment, null);

        place.IsOneMachine.ShouldBeFalse();
        place.Text(SuiteServices.CodePipeline).ShouldBe("https://pipelines.example.com/");
        place.Text(AwsJsonService.CodeBuild).ShouldBe("https://builds.example.com/");
        Should.Throw<RefusedException>(() => place.Client(SuiteServices.CodeDeploy)).Message.ShouldContain("set AWS_ENDPOINT_URL_CODEDEPLOY");
        place.Client(AwsJsonService.Logs).ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_that_is_named_goes_before_variables() =>
        SuitePlace.IsFolders(With(("AWS_ENDPOINT_URL", "http://127.0.0.1:1")), null, isDataGiven: true).ShouldBeTrue();

    [Fact]
    public void Variables_go_before_a_folder_that_is_not_named() =>
        SuitePlace.IsFolders(With(("AWS_ENDPOINT_URL", "http://127.0.0.1:1")), null, isDataGiven: false).ShouldBeFalse();

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("ftp://example.com")]
    public void What_is_no_url_is_refused(string endpoint) =>
        Should.Throw<UsageException>(() => Place(Keys, endpoint)).Message.ShouldBe($"--endpoint {endpoint}: expected a URL such as http://127.0.0.1:8080.");

    [Fact]
    public void Without_a_key_nothing_is_asked() =>
        Should.Throw<UsageException>(() => Place(new Dictionary<string, string> { ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder.FullName, "none") }, "http://127.0.0.1:1"))
            .Message.ShouldStartWith("There is no key to sign with");

    public void Dispose()
    {
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] more) => Keys.Concat(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToDictionary();

    private SuitePlace Place(Dictionary<string, string> environment, string? endpoint, bool isDataGiven = false) => SuitePlace.Of(environment, endpoint, _folder.FullName, isDataGiven, _http);
}
