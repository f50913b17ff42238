using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;
using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

/// <summary>What botocore signs is good here, in its headers and presigned.</summary>
public sealed class BotocoreTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private const string Script = """
        import json, sys
        try:
            from botocore.auth import SigV4Auth, SigV4QueryAuth
            from botocore.awsrequest import AWSRequest
            from botocore.credentials import Credentials
        except ImportError:
            sys.exit(77)
        credentials = Credentials('AKIDEXAMPLE', sys.argv[1], None)
        cases = [
            ('POST', 'http://127.0.0.1:8080/', b'{"applicationName":"a"}', {'X-Amz-Target': 'CodeDeploy_20141006.GetApplication', 'Content-Type': 'application/x-amz-json-1.1'}),
            ('GET', 'http://localhost/v1/domain?domain=a%20b&domain=a&c=~%2F%3D&b', b'', {}),
            ('PUT', 'http://localhost:99/a%20b/./c//d/../%C3%A9:x/', b'body', {'My-Header': '  a   b ', 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD'}),
        ]
        signed = []
        for auth in (SigV4Auth(credentials, 'codedeploy', 'us-east-1'), SigV4QueryAuth(credentials, 'codedeploy', 'us-east-1', expires=60)):
            for method, url, body, headers in cases:
                body = b'' if isinstance(auth, SigV4QueryAuth) else body  # it would move the body to the query
                request = AWSRequest(method=method, url=url, data=body, headers=dict(headers))
                auth.add_auth(request)
                prepared = request.prepare()
                rest = prepared.url.split('://', 1)[1]
                host, target = rest.split('/', 1)
                path, _, query = ('/' + target).partition('?')
                signed.append({'method': method, 'path': path, 'query': query, 'body': body.decode(), 'headers': [[k, v.decode() if isinstance(v, bytes) else str(v)] for k, v in prepared.headers.items()] + [['Host', host]]})
        print(json.dumps(signed))
        """;

    [Fact]
    public async Task What_it_signs_is_good()
    {
        var python = Find("python3");
        Assert.SkipUnless(python is not null, "python3 is not on PATH.");
        var (exit, output) = await RunAsync(python!);
        Assert.SkipUnless(exit != 77, "botocore is not installed.");
        exit.ShouldBe(0, output);
        var requests = JsonNode.Parse(output)!.AsArray();
        requests.Count.ShouldBe(6);
        foreach (var one in requests)
        {
            var request = Request(one!);
            var signature = SignatureReader.Read(request);
            SignatureCheck.Holds(request, signature, SigningKey.Derive(Secret, signature.Scope)).ShouldBeTrue(SignatureCheck.Canonical(request, signature));
        }
    }

    private static ApiRequest Request(JsonNode signed) => new(
        (string)signed["method"]!,
        (string)signed["path"]!,
        (string)signed["query"]!,
        [.. signed["headers"]!.AsArray().Select(header => KeyValuePair.Create((string)header![0]!, (string)header[1]!))],
        Encoding.UTF8.GetBytes((string)signed["body"]!));

    private static async Task<(int Exit, string Output)> RunAsync(string python)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", Script, Secret]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
