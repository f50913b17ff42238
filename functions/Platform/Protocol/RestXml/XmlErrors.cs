namespace Sluice.Platform.Protocol.RestXml;

/// <summary>Errors that a request answers which is no request of a REST-XML service, as S3 names them.</summary>
public static class XmlErrors
{
    /// <summary>The body is no document that the operation takes.</summary>
    public const string MalformedXml = "MalformedXML";

    /// <summary>A member outside of the body breaks its constraints.</summary>
    public const string InvalidArgument = "InvalidArgument";

    /// <summary>The path is no text.</summary>
    public const string InvalidUri = "InvalidURI";

    /// <summary>No operation has this method and path.</summary>
    public const string MethodNotAllowed = "MethodNotAllowed";

    /// <summary>The operation needs a body, and there is none.</summary>
    public const string MissingBody = "MissingRequestBodyError";

    /// <summary>The body is longer than any document.</summary>
    public const string TooLong = "MaxMessageLengthExceeded";
}
