using System.Diagnostics;
using Sluice.Signing;

namespace Sluice.Hosting.Tests.Signing;

public sealed class GitSignatureTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    [Fact]
    public async Task Is_what_the_credential_helper_of_AWS_makes()
    {
        var password = await HelperAsync();
        var read = GitSignature.Read(password).ShouldNotBeNull();

        GitSignature.Password(Secret, "eu-central-1", "git-codecommit.eu-central-1.amazonaws.com", "/v1/repos/web", read.Time).ShouldBe(password);
        GitSignature.Password(Secret, "eu-central-1", "git-codecommit.eu-central-1.amazonaws.com", "/v1/repos/other", read.Time).ShouldNotBe(password);
    }

    [Theory]
    [InlineData("")]
    [InlineData("20240101T000000")]
    [InlineData("20240101T000000Xabc")]
    [InlineData("2024-01-01T0000Zabc")]
    public void Takes_no_other_text_for_a_password(string password) => GitSignature.Read(password).ShouldBeNull();

    private static async Task<string> HelperAsync()
    {
        var start = new ProcessStartInfo("aws", ["codecommit", "credential-helper", "get"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"], start.Environment["AWS_DEFAULT_REGION"]) = ("AKIDEXAMPLE", Secret, "eu-central-1");
        start.Environment.Remove("AWS_SESSION_TOKEN");
        using var helper = StartOrSkip(start);
        await helper.StandardInput.WriteAsync("protocol=https\nhost=git-codecommit.eu-central-1.amazonaws.com\npath=v1/repos/web\n\n");
        helper.StandardInput.Close();
        var output = await helper.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output.ShouldContain("username=AKIDEXAMPLE");
        return output.Split('\n').Single(line => line.StartsWith("password=", StringComparison.Ordinal))["password=".Length..].Trim();
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("aws is not on PATH");
            throw;
        }
    }
}
