using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

/// <summary>A real browser before a load balancer.</summary>
public sealed class BrowserTests : IDisposable
{
    private const string Tell = "await fetch('/done', { method: 'POST' });";
    private readonly string _profile = Directory.CreateTempSubdirectory("sluice-browser-").FullName;
    private readonly ConcurrentQueue<string> _reached = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("127.0.0.1")] // another site than the page's localhost
    [InlineData("localhost")] // the same site, and another origin
    public async Task Nothing_that_another_page_can_do_reaches_a_target(string host)
    {
        await using var target = await TargetAsync(script: null);
        await using var balanced = await OneAsync(target);
        var url = $"http://{host}:{balanced.Url.Port}";
        await using var evil = await TargetAsync(Evil(url));

        await OpenAsync($"http://localhost:{evil.Port}/");

        _reached.ShouldBe(["GET /", "POST /done"]);
    }

    // Else the test above would hold for a page that does nothing.
    [Fact]
    public async Task The_same_page_reaches_what_is_not_guarded()
    {
        await using var target = await TargetAsync(script: null);
        await using var evil = await TargetAsync(Evil($"http://127.0.0.1:{target.Port}"));

        await OpenAsync($"http://localhost:{evil.Port}/");

        _reached.ShouldBe(["GET /", "GET /image", "GET /script", "GET /frame", "POST /simple", "OPTIONS /preflight", "GET /hidden", "GET /socket", "POST /form", "POST /done"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_opens_the_users_own_application_and_it_works()
    {
        await using var target = await TargetAsync("""
            await new Promise(end => { const image = new Image(); image.onload = image.onerror = end; image.src = '/image'; });
            await fetch('/save', { method: 'PUT', body: 'x' });
            """);
        await using var balanced = await OneAsync(target);

        await OpenAsync(balanced.Url.ToString());

        _reached.ShouldBe(["GET /", "GET /image", "PUT /save", "POST /done"]);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // One of the browser's many processes has not ended yet.
        }
    }

    private static string Evil(string url) => $$"""
        const loaded = (element, address) => new Promise(end => { element.onload = element.onerror = end; element.src = address; document.body.append(element); });
        await loaded(document.createElement('img'), '{{url}}/image');
        await loaded(document.createElement('script'), '{{url}}/script');
        await loaded(document.createElement('iframe'), '{{url}}/frame');
        await fetch('{{url}}/simple', { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => 0);
        await fetch('{{url}}/preflight', { method: 'PUT' }).catch(() => 0);
        await fetch('{{url}}/hidden', { mode: 'no-cors', referrerPolicy: 'no-referrer' }).catch(() => 0);
        await new Promise(end => { new WebSocket('{{url}}/socket'.replace('http', 'ws')).onerror = end; });
        document.body.insertAdjacentHTML('beforeend', '<iframe name=f></iframe><form method=post enctype=text/plain action="{{url}}/form" target=f></form>');
        await new Promise(end => { frames.f.frameElement.onload = end; document.forms[0].submit(); });
        """;

    private async Task<TestTarget> TargetAsync(string? script)
    {
        var target = await TestTarget.StartAsync();
        target.Answer = http =>
        {
            if (http.Request.Path == "/favicon.ico")
            {
                return Task.CompletedTask;
            }

            _reached.Enqueue($"{http.Request.Method} {http.Request.Path}");
            if (http.Request.Path == "/done")
            {
                _done.TrySetResult();
            }

            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync(script is null ? "hello" : $"<body><script type=module>{script}{Tell}</script></body>");
        };
        return target;
    }

    private static async Task<Balanced> OneAsync(TestTarget target)
    {
        var balanced = await Balanced.StartAsync();
        await balanced.ListenAsync((await balanced.GroupAsync("shop", target), 1));
        return balanced;
    }

    private async Task OpenAsync(string url)
    {
        var browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome") }).FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "There is no chromium on PATH.");
        using var process = Process.Start(new ProcessStartInfo(
            browser, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-proxy-server", $"--user-data-dir={_profile}", url])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        try
        {
            (await Task.WhenAny(_done.Task, process.WaitForExitAsync())).ShouldBe(_done.Task, "The browser ended before its page.");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            await said;
        }
    }
}
