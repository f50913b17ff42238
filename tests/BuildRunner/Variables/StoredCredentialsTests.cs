using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Tests.Packages;
using Sluice.BuildRunner.Variables;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Variables;

public sealed class StoredCredentialsTests
{
    private readonly MemoryValues _values = new();
    private readonly BuildLog _log = new(new SecretMask([]), new LineLog());
    private PlayedPackages _packages = new("org", "main") { Endpoint = new Uri("http://127.0.0.1:8080/") };

    [Theory]
    [InlineData("""{"ServerType":"GITHUB","AuthType":"PERSONAL_ACCESS_TOKEN","Token":"ghp_of_the_shop"}""", "x-access-token")]
    [InlineData("""{"ServerType":"BITBUCKET","AuthType":"BASIC_AUTH","Username":"me","Token":"ghp_of_the_shop"}""", "me")]
    [InlineData("""{"username":"me","password":"ghp_of_the_shop"}""", "me")]
    [InlineData("ghp_of_the_shop\n", "x-access-token")]
    public async Task A_secret_is_a_token_or_a_document_with_one(string secret, string user)
    {
        _values.Secrets["arn:secret"] = secret;

        var read = await ReadAsync(Job(new JobCredential("x-access-token", "", "arn:secret")));

        read.Source.Credential.ShouldBe(new JobCredential(user, "ghp_of_the_shop"));
        _log.Mask("ghp_of_the_shop").ShouldBe("***");
    }

    [Fact]
    public async Task All_of_a_job_are_read_and_those_that_are_at_hand_stay()
    {
        _values.Secrets["registry"] = """{"username":"me","password":"of the registry"}""";
        _values.Secrets["other"] = "of the other";
        var other = new JobSource { Kind = JobSourceKind.Git, Repository = "https://example.com/b", Identifier = "b", Credential = new JobCredential("u", "", "other") };

        var read = await ReadAsync(Job(new JobCredential("u", "at hand")) with { SecondarySources = [other], RegistryCredential = new JobCredential("", "", "registry") });

        (read.Source.Credential, read.SecondarySources[0].Credential, read.RegistryCredential)
            .ShouldBe((new JobCredential("u", "at hand"), new JobCredential("u", "of the other"), new JobCredential("me", "of the registry")));
    }

    [Theory]
    [InlineData("""{"user":"me"}""")]
    [InlineData("""{"Token":""}""")]
    [InlineData("{ no JSON: s3cr3t")]
    [InlineData(" ")]
    public async Task What_is_no_credential_is_refused_without_a_word_of_it(string secret)
    {
        _values.Secrets["arn:secret"] = secret;

        var refused = await Should.ThrowAsync<SourceException>(() => ReadAsync(Job(new JobCredential("u", "", "arn:secret"))));

        refused.Message.ShouldBe("The secret 'arn:secret' is no credential; expected the token itself, or JSON with 'Token', or with 'username' and 'password'.");
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_named_with_the_reason() =>
        (await Should.ThrowAsync<SourceException>(() => ReadAsync(Job(new JobCredential("u", "", "arn:secret"))))).Message
            .ShouldBe("The secret 'arn:secret', which the build signs in with, cannot be read: ResourceNotFoundException: it is not there");

    [Theory]
    [InlineData("127.0.0.1:8080/org/main/team/app:1", "http://127.0.0.1:8080", true)]
    [InlineData("localhost:8080/org/main/app", "http://127.0.0.1:8080/", true)]
    [InlineData("packages.example.com/org/main/app@sha256:12", "https://packages.example.com", false)]
    public async Task A_build_of_the_suites_own_image_gets_a_token_of_its_domain(string image, string endpoint, bool isPlain)
    {
        _packages = new PlayedPackages("org", "main") { Endpoint = new Uri($"{endpoint}/") };

        var read = await ReadAsync(Job(new JobCredential("u", "at hand")) with { Image = image });

        read.RegistryCredential.ShouldBe(new JobCredential("aws", PlayedPackages.Token) { IsOwnPlain = isPlain });
        _log.Mask(PlayedPackages.Token).ShouldBe("***");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("local")]
    [InlineData("alpine:3")]
    [InlineData("127.0.0.1:8080/org/main")]
    [InlineData("127.0.0.1:8081/org/main/app")]
    [InlineData("registry.example.com/org/main/app")]
    public async Task Another_image_gets_none(string? image) => (await ReadAsync(Job(new JobCredential("u", "at hand")) with { Image = image })).RegistryCredential.ShouldBeNull();

    [Fact]
    public async Task Why_there_is_no_token_is_told()
    {
        _packages = new PlayedPackages("org", "main") { Endpoint = new Uri("http://127.0.0.1:8080/"), Failures = 1 };
        (await Should.ThrowAsync<SourceException>(() => ReadAsync(Job(new JobCredential("u", "at hand")) with { Image = "127.0.0.1:8080/org/main/app" }))).Message
            .ShouldBe("The build has no token for the image 127.0.0.1:8080/org/main/app: Connection refused");
    }

    private Task<BuildJob> ReadAsync(BuildJob job) => new StoredCredentials(_values, _log, _packages).ReadAsync(job, TestContext.Current.CancellationToken);

    private static BuildJob Job(JobCredential credential) => new()
    {
        BuildId = "web:1", BuildArn = "arn:build", BuildNumber = 1, Initiator = "me", Output = new ObjectRef("b", "k"), TimeoutSeconds = 60,
        Source = new JobSource { Kind = JobSourceKind.Git, Repository = "https://example.com/a", Credential = credential },
    };
}
