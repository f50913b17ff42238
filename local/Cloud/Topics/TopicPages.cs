using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Local.Cloud.Topics.Signing;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Topics;

/// <summary>What subscribers ask without a key: the signing certificate, and the URLs in messages that confirm and end subscriptions.</summary>
internal sealed class TopicPages(Subscribing subscribing, TopicSigner signer)
{
    private const string Certificates = "/SimpleNotificationService-";
    private const string Namespace = "http://sns.amazonaws.com/doc/2010-03-31/";

    /// <summary>Whether a request is for one of them. Signed requests are the API's.</summary>
    public static bool Takes(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0 && !request.Query.ContainsKey("X-Amz-Signature")
        && (request.Path.Value?.StartsWith(Certificates, StringComparison.Ordinal) == true
            || (request.Path == "/" && (string?)request.Query["Action"] is TopicUrls.Confirm or TopicUrls.Unsubscribe));

    public Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path != "/")
        {
            return CertificateAsync(http);
        }

        try
        {
            return WriteAsync(http.Response, StatusCodes.Status200OK, Answer(http.Request.Query));
        }
        catch (TaskFailedException e)
        {
            var code = e.Error["Sns.".Length..^"Exception".Length];
            XNamespace ns = Namespace;
            return WriteAsync(
                http.Response,
                code == "NotFound" ? StatusCodes.Status404NotFound : code == "AuthorizationError" ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest,
                new XElement(ns + "ErrorResponse", new XElement(ns + "Error", new XElement(ns + "Type", "Sender"), new XElement(ns + "Code", code), new XElement(ns + "Message", e.Cause))));
        }
    }

    private XElement Answer(IQueryCollection query)
    {
        XNamespace ns = Namespace;
        if ((string?)query["Action"] == TopicUrls.Unsubscribe)
        {
            subscribing.End((string?)query["SubscriptionArn"] ?? "");
            return new XElement(ns + "UnsubscribeResponse");
        }

        var confirmed = subscribing.Confirm((string?)query["TopicArn"] ?? "", (string?)query["Token"] ?? "", authenticateOnUnsubscribe: false);
        return new XElement(ns + "ConfirmSubscriptionResponse", new XElement(ns + "ConfirmSubscriptionResult", new XElement(ns + "SubscriptionArn", confirmed.Arn)));
    }

    private Task CertificateAsync(HttpContext http)
    {
        if (http.Request.Path != "/" + signer.FileName)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "application/x-pem-file";
        return http.Response.WriteAsync(signer.Certificate);
    }

    private static Task WriteAsync(HttpResponse response, int status, XElement document)
    {
        response.StatusCode = status;
        response.ContentType = "text/xml";
        return response.WriteAsync(document.ToString(SaveOptions.DisableFormatting), Encoding.UTF8);
    }
}
