using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Platform.Connections;

namespace Sluice.Platform.Tests.Connections;

/// <summary>A GitHub App at a host on this machine that verifies what the app proves itself with.</summary>
public sealed class InstallationTokensTests : IAsyncLifetime
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly SetClock _clock = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly HttpClient _http = GitHostClient.Create();
    private LoopbackServer _host = null!;
    private Func<int, (int Status, string Answer)> _answer = null!;

    private AppSecret App => new("12", "34", _key.ExportPkcs8PrivateKeyPem());

    public async ValueTask InitializeAsync()
    {
        _answer = number => (StatusCodes.Status201Created, $$"""{"token":"t{{number}}","expires_at":"{{_clock.GetUtcNow().AddHours(1):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""");
        _host = await LoopbackServer.StartAsync(async http =>
        {
            Verify(http.Request.Headers.Authorization.ToString());
            _asked.Enqueue($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.UserAgent}");
            var (status, answer) = _answer(_asked.Count);
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(answer);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _http.Dispose();
        _key.Dispose();
    }

    /// <summary>As GitHub does: RS256, by the app's public key, issued by the app, and good for ten minutes at most.</summary>
    private void Verify(string header)
    {
        var parts = header["Bearer ".Length..].Split('.');
        JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!.ToJsonString().ShouldBe("""{"alg":"RS256","typ":"JWT"}""");
        _key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        ((string)claims["iss"]!).ShouldBe("12");
        ((long)claims["iat"]!).ShouldBeLessThanOrEqualTo(now);
        ((long)claims["exp"]!).ShouldBeInRange(now + 1, (long)claims["iat"]! + 600);
    }

    private Task<string> GetAsync(InstallationTokens tokens, AppSecret? app = null) => tokens.GetAsync(_host.Url, app ?? App, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_token_is_asked_for_once_and_again_some_minutes_before_its_hour_is_over()
    {
        var tokens = new InstallationTokens(_http, _clock);

        (await GetAsync(tokens)).ShouldBe("t1");
        _clock.Moved = TimeSpan.FromMinutes(54);
        (await GetAsync(tokens)).ShouldBe("t1");
        _clock.Moved = TimeSpan.FromMinutes(56);
        (await GetAsync(tokens)).ShouldBe("t2");

        _asked.ShouldBe(["POST /app/installations/34/access_tokens sluice", "POST /app/installations/34/access_tokens sluice"]);
    }

    [Fact]
    public async Task Another_installation_is_given_a_token_of_its_own()
    {
        var tokens = new InstallationTokens(_http, _clock);

        (await GetAsync(tokens)).ShouldBe("t1");
        (await GetAsync(tokens, App with { InstallationId = "35" })).ShouldBe("t2");
    }

    [Theory]
    [InlineData(404, "{}", "it answered 404 Not Found")]
    [InlineData(201, "<html>", "did not answer as GitHub does")]
    [InlineData(201, """{"token":null,"expires_at":"2026-01-01T13:00:00Z"}""", "did not answer as GitHub does")]
    [InlineData(201, """{"token":"t"}""", "did not answer as GitHub does")]
    public async Task What_the_host_answers_else_is_told_without_the_key(int status, string answer, string says)
    {
        _answer = _ => (status, answer);

        var refused = await Should.ThrowAsync<ConnectionUnavailableException>(() => GetAsync(new InstallationTokens(_http, _clock)));

        refused.Message.ShouldContain(says);
        refused.ToString().ShouldNotContain("PRIVATE KEY");
    }

    [Fact]
    public async Task What_is_no_key_is_told_before_the_host_is_asked()
    {
        (await Should.ThrowAsync<ConnectionUnavailableException>(() => GetAsync(new InstallationTokens(_http, _clock), App with { PrivateKey = "no key" }))).Message.ShouldContain("The private key of the app 12 cannot be used");
        _asked.ShouldBeEmpty();
        (AppJwt.IsKey(App.PrivateKey), AppJwt.IsKey("no key")).ShouldBe((true, false));
    }
}
