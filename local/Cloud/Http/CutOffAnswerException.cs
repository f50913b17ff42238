namespace Sluice.Local.Cloud.Http;

/// <summary>
/// Ends an answer that has begun and cannot be ended well: the server sends what was written, and closes the connection where more should come. To abort the connection would lose what the caller has not read yet.
/// It is no fault of the suite's.
/// </summary>
internal sealed class CutOffAnswerException() : Exception("The function failed while it streamed its answer.");
