using Microsoft.AspNetCore.Http;

namespace Rapporteur.Desk.Http;

/// <summary>What a form on a page sends.</summary>
internal static class Forms
{
    /// <summary>The fields of the form that a request brings; none where it brings something else.</summary>
    /// <exception cref="BadHttpRequestException">The form is broken or too large.</exception>
    public static async Task<IFormCollection> Form(this HttpContext context)
    {
        if (!context.Request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form is broken.", e);
        }
    }
}
